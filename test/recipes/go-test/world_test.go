package campaigns

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"net/http"
	"os"
	"testing"
)

// A world of the server at PINTEREST_MOCK_URL: data, clock and faults of one test.
type world struct {
	t   *testing.T
	url string
}

func newWorld(t *testing.T) world {
	return world{t, os.Getenv("PINTEREST_MOCK_URL") + "/w/" + rand.Text()}
}

// call calls the API below /v5, or test control below /__mock, and reads the response into a value.
func (w world) call(method, path string, body, response any) {
	w.t.Helper()
	sent, err := json.Marshal(body)
	if err != nil {
		w.t.Fatal(err)
	}
	request, err := http.NewRequest(method, w.url+path, bytes.NewReader(sent))
	if err != nil {
		w.t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer any-text")
	request.Header.Set("Content-Type", "application/json")
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		w.t.Fatal(err)
	}
	defer reply.Body.Close()
	if reply.StatusCode != http.StatusOK {
		w.t.Fatalf("%s %s: %s", method, path, reply.Status)
	}
	if err := json.NewDecoder(reply.Body).Decode(response); err != nil {
		w.t.Fatal(err)
	}
}

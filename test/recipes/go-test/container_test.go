//go:build testcontainers

package campaigns

import (
	"context"
	"os"
	"testing"

	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/wait"
)

// TestMain starts one container for all tests of the package; each test has a world of its own.
func TestMain(m *testing.M) {
	ctx := context.Background()
	container, err := testcontainers.Run(ctx, "pinterest-ads-mock",
		testcontainers.WithExposedPorts("7468/tcp"),
		testcontainers.WithWaitStrategy(wait.ForLog(`"event":"listening"`)))
	if err != nil {
		panic(err)
	}
	url, err := container.PortEndpoint(ctx, "7468/tcp", "http")
	if err != nil {
		panic(err)
	}
	os.Setenv("PINTEREST_MOCK_URL", url)
	code := m.Run()
	testcontainers.TerminateContainer(container)
	os.Exit(code)
}

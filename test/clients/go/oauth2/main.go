// OAuth with golang.org/x/oauth2: an authorization code with PKCE, a refresh, credentials of the app.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

var mock = os.Getenv("MOCK")

var config = oauth2.Config{
	ClientID:     "1512345",
	ClientSecret: "app-secret",
	RedirectURL:  "http://localhost:8085/",
	Scopes:       []string{"ads:read,user_accounts:read"},
	Endpoint:     oauth2.Endpoint{AuthURL: mock + "/oauth/", TokenURL: mock + "/v5/oauth/token"},
}

func check(title string, err error) {
	if err != nil {
		fmt.Printf("not ok: %s: %s\n", title, err)
		return
	}
	fmt.Printf("ok: %s\n", title)
}

func authorize() (*oauth2.Token, error) {
	verifier := oauth2.GenerateVerifier()
	address := config.AuthCodeURL("s1", oauth2.S256ChallengeOption(verifier), oauth2.SetAuthURLParam("auto_approve", "1"))
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Get(address)
	if err != nil {
		return nil, err
	}
	response.Body.Close()
	back, err := url.Parse(response.Header.Get("Location"))
	if err != nil {
		return nil, err
	}
	return config.Exchange(context.Background(), back.Query().Get("code"), oauth2.VerifierOption(verifier))
}

func call(client *http.Client) error {
	response, err := client.Get(mock + "/v5/user_account")
	if err != nil {
		return err
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return errors.New(response.Status)
	}
	return nil
}

func main() {
	ctx := context.Background()
	token, err := authorize()
	check("an authorization code with PKCE is exchanged", err)
	if err != nil {
		os.Exit(1)
	}
	check("the API is called with the token", call(config.Client(ctx, token)))
	expired := *token
	expired.Expiry = time.Now().Add(-time.Hour)
	check("an expired token is refreshed by itself", call(config.Client(ctx, &expired)))
	app := clientcredentials.Config{
		ClientID: config.ClientID, ClientSecret: config.ClientSecret, TokenURL: config.Endpoint.TokenURL, Scopes: []string{"ads:read"},
	}
	_, err = app.Token(ctx)
	check("the app gets a token of its own", err)
}

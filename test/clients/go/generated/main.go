// Campaign work with the client that openapi-generator makes of openapi.json for Go.
package main

import (
	"context"
	"fmt"
	"os"

	openapi "github.com/GIT_USER_ID/GIT_REPO_ID"
)

func check(title string, err error) {
	if err != nil {
		fmt.Printf("not ok: %s: %s\n", title, err)
		return
	}
	fmt.Printf("ok: %s\n", title)
}

func main() {
	configuration := openapi.NewConfiguration()
	configuration.Servers = openapi.ServerConfigurations{{URL: os.Getenv("API_BASE")}}
	client := openapi.NewAPIClient(configuration)
	ctx := context.WithValue(context.Background(), openapi.ContextAccessToken, "any-text")
	account := os.Getenv("AD_ACCOUNT_ID")

	accounts, _, err := client.AdAccountsAPI.AdAccountsList(ctx).Execute()
	if err == nil && accounts.Items[0].GetId() != account {
		err = fmt.Errorf("another account: %s", accounts.Items[0].GetId())
	}
	check("ad accounts are listed", err)

	first, _, err := client.CampaignsAPI.CampaignsList(ctx, account).PageSize(1).Execute()
	check("campaigns are listed", err)
	if err == nil {
		_, _, err = client.CampaignsAPI.CampaignsList(ctx, account).PageSize(1).Bookmark(first.GetBookmark()).Execute()
		check("campaigns are paged by bookmark", err)
		_, _, err = client.CampaignsAPI.CampaignsGet(ctx, account, first.Items[0].GetId()).Execute()
		check("a campaign is read", err)
	}
	_, _, err = client.AdGroupsAPI.AdGroupsList(ctx, account).Execute()
	check("ad groups are listed", err)
	_, _, err = client.AdsAPI.AdsList(ctx, account).Execute()
	check("ads are listed", err)
	_, _, err = client.BoardsAPI.BoardsList(ctx).Execute()
	check("boards are listed", err)
	_, _, err = client.PinsAPI.PinsList(ctx).Execute()
	check("Pins are listed", err)
	_, _, err = client.AudiencesAPI.AudiencesList(ctx, account).Execute()
	check("audiences are listed", err)

	_, response, err := client.CampaignsAPI.CampaignsGet(ctx, account, "123123123123").Execute()
	if err != nil && response != nil && response.StatusCode == 404 {
		err = nil
	} else {
		err = fmt.Errorf("no 404: %v", err)
	}
	check("a campaign that is not there is an error with 404", err)
}

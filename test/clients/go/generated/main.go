// Campaign work with the client that openapi-generator makes of openapi.json for Go.
package main

import (
	"context"
	"fmt"
	"os"
	"slices"

	openapi "github.com/GIT_USER_ID/GIT_REPO_ID"
)

var account = os.Getenv("AD_ACCOUNT_ID")

func check(title string, err error) {
	if err != nil {
		fmt.Printf("not ok: %s: %s\n", title, err)
		return
	}
	fmt.Printf("ok: %s\n", title)
}

// expect is an error with what was found, unless it is what is right.
func expect(isRight bool, err error, found any) error {
	if err == nil && !isRight {
		return fmt.Errorf("found %v", found)
	}
	return err
}

func batch(ctx context.Context, client *openapi.APIClient) error {
	valid := openapi.NewCampaignCreate("Generated", openapi.CREATABLEOBJECTIVETYPE_AWARENESS)
	valid.SetDailySpendCap(5000000)
	refused := openapi.NewCampaignCreate("Both caps", openapi.CREATABLEOBJECTIVETYPE_AWARENESS)
	refused.SetDailySpendCap(5000000)
	refused.SetLifetimeSpendCap(50000000)
	answer, _, err := client.CampaignsAPI.CampaignsCreate(ctx, account).
		CampaignCreate([]openapi.CampaignCreate{*valid, *refused}).Execute()
	if err != nil {
		return err
	}
	first, second := answer.Items[0], answer.Items[1]
	return expect(first.Data.GetId() != "" && len(second.Exceptions) > 0, nil, answer.Items)
}

func listed(ctx context.Context, client *openapi.APIClient) ([]string, error) {
	ids, bookmark := []string{}, ""
	for {
		request := client.CampaignsAPI.CampaignsList(ctx, account).PageSize(2).
			EntityStatuses([]openapi.EntityStatus{openapi.ENTITYSTATUS_ACTIVE, openapi.ENTITYSTATUS_PAUSED})
		if bookmark != "" {
			request = request.Bookmark(bookmark)
		}
		page, _, err := request.Execute()
		if err != nil {
			return ids, err
		}
		for _, campaign := range page.Items {
			ids = append(ids, campaign.GetId())
		}
		if bookmark = page.GetBookmark(); bookmark == "" {
			return ids, nil
		}
	}
}

func paused(ctx context.Context, client *openapi.APIClient, id string) error {
	change := openapi.NewCampaignUpdate(id)
	change.SetStatus(openapi.ENTITYSTATUSORNULL_PAUSED)
	answer, _, err := client.CampaignsAPI.CampaignsUpdate(ctx, account).
		CampaignUpdate([]openapi.CampaignUpdate{*change}).Execute()
	if err != nil {
		return err
	}
	status := answer.Items[0].Data.GetStatus()
	return expect(status == openapi.ENTITYSTATUS_PAUSED, nil, status)
}

func main() {
	configuration := openapi.NewConfiguration()
	configuration.Servers = openapi.ServerConfigurations{{URL: os.Getenv("API_BASE")}}
	client := openapi.NewAPIClient(configuration)
	ctx := context.WithValue(context.Background(), openapi.ContextAccessToken, "any-text")

	check("a batch has one valid and one refused item", batch(ctx, client))
	ids, err := listed(ctx, client)
	distinct := slices.Compact(slices.Sorted(slices.Values(ids)))
	check("campaigns of two statuses are listed page by page", expect(len(ids) > 2 && len(distinct) == len(ids), err, ids))
	if len(ids) > 0 {
		check("a campaign is paused", paused(ctx, client, ids[0]))
	}
	columns := []openapi.ReportColumn{openapi.REPORTCOLUMN_SPEND_IN_DOLLAR, openapi.REPORTCOLUMN_TOTAL_CLICKTHROUGH}
	rows, _, err := client.AdAccountsAPI.AdAccountAnalytics(ctx, account).StartDate(os.Getenv("START")).
		EndDate(os.Getenv("END")).Columns(columns).Granularity(openapi.GRANULARITY_TOTAL).Execute()
	check("a report has rows", expect(len(rows) == 1, err, rows))

	_, _, err = client.AdGroupsAPI.AdGroupsList(ctx, account).Execute()
	check("ad groups are listed", err)
	_, _, err = client.AdsAPI.AdsList(ctx, account).Execute()
	check("ads are listed", err)
	_, _, err = client.BoardsAPI.BoardsList(ctx).Execute()
	check("boards are listed", err)
	_, _, err = client.PinsAPI.PinsList(ctx).Execute()
	check("Pins, with a union of media, are listed", err)
	_, _, err = client.AudiencesAPI.AudiencesList(ctx, account).Execute()
	check("audiences are listed", err)

	_, _, err = client.CatalogProductGroupsAPI.CatalogsProductGroupsList(ctx).Execute()
	check("product groups, a union by their kind of catalog, are listed", err)
	var report openapi.CatalogReportStatsParameters
	err = report.UnmarshalJSON([]byte(`{"catalog_type":"RETAIL","report":{"report_type":"DISTRIBUTION_ISSUES"}}`))
	if err == nil {
		_, _, err = client.CatalogReportsAPI.ReportsStats(ctx).Parameters(report).Execute()
	}
	check("issues are counted by an object in the query", err)

	_, response, err := client.CampaignsAPI.CampaignsGet(ctx, account, "123123123123").Execute()
	isMissing := err != nil && response != nil && response.StatusCode == 404
	check("a campaign that is not there is an error with 404", expect(isMissing, nil, err))

	app := context.WithValue(ctx, openapi.ContextBasicAuth, openapi.BasicAuth{UserName: "app", Password: "secret"})
	token, _, err := client.OauthAPI.OauthToken(app).GrantType("client_credentials").Scope("ads:read").Execute()
	check("a token is issued by a form", expect(token != nil && token.GetAccessToken() != "", err, token))
}

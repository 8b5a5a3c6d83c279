package campaigns

import (
	"slices"
	"strings"
	"testing"
)

const campaigns = "/v5/ad_accounts/549755885262/campaigns"

type campaign struct {
	Name      string `json:"name"`
	Objective string `json:"objective_type"`
	DailyCap  int64  `json:"daily_spend_cap,omitempty"`
}

type outcome struct {
	Items []struct {
		Data       campaign
		Exceptions []struct{ Message string }
	}
}

func names(w world) []string {
	var list struct{ Items []campaign }
	w.call("GET", campaigns+"?page_size=250", nil, &list)
	found := []string{}
	for _, item := range list.Items {
		found = append(found, item.Name)
	}
	return found
}

func TestACreatedCampaignIsInTheList(t *testing.T) {
	t.Parallel()
	world := newWorld(t)
	var created outcome
	world.call("POST", campaigns, []campaign{{"Harvest sale", "AWARENESS", 5_000_000}}, &created)
	if !slices.Contains(names(world), "Harvest sale") {
		t.Fatal("the campaign is not in the list")
	}
	expected := map[string]any{"match": map[string]string{"operation": "campaigns/create"}, "times": 1}
	world.call("POST", "/__mock/requests/verify", expected, &struct{}{})
}

func TestACampaignWithoutABudgetIsRefusedWithTheReason(t *testing.T) {
	t.Parallel()
	world := newWorld(t)
	var refused outcome
	world.call("POST", campaigns, []campaign{{Name: "Harvest sale", Objective: "AWARENESS"}}, &refused)
	if message := refused.Items[0].Exceptions[0].Message; !strings.Contains(message, "budget") {
		t.Fatal(message)
	}
	if slices.Contains(names(world), "Harvest sale") {
		t.Fatal("the campaign is in the list")
	}
}

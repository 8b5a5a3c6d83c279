CAMPAIGNS = "/ad_accounts/549755885262/campaigns"


def names(world):
    return [item["name"] for item in world.call("GET", f"{CAMPAIGNS}?page_size=250")["items"]]


def test_a_campaign_that_is_created_is_in_the_list(world):
    campaign = {"name": "Harvest sale", "objective_type": "AWARENESS", "daily_spend_cap": 5_000_000}
    world.call("POST", CAMPAIGNS, [campaign])
    assert "Harvest sale" in names(world)
    expected = {"match": {"operation": "campaigns/create"}, "times": 1}
    world.call("POST", "/__mock/requests/verify", expected)


def test_a_campaign_without_a_budget_is_refused_with_the_reason(world):
    answer = world.call("POST", CAMPAIGNS, [{"name": "Harvest sale", "objective_type": "AWARENESS"}])
    assert "budget" in answer["items"][0]["exceptions"][0]["message"]
    assert "Harvest sale" not in names(world)

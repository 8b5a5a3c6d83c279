import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CampaignsTest {
  static final String CAMPAIGNS = "/v5/ad_accounts/549755885262/campaigns";
  final World world = World.of(System.getenv("PINTEREST_MOCK_URL"));

  boolean isListed(String name) throws Exception {
    return world.call("GET", CAMPAIGNS + "?page_size=250", null).contains(name);
  }

  @Test
  void aCreatedCampaignIsInTheList() throws Exception {
    world.call("POST", CAMPAIGNS, """
        [{ "name": "Harvest sale", "objective_type": "AWARENESS", "daily_spend_cap": 5000000 }]""");
    assertTrue(isListed("Harvest sale"));
    world.call("POST", "/__mock/requests/verify", """
        { "match": { "operation": "campaigns/create" }, "times": 1 }""");
  }

  @Test
  void aCampaignWithoutABudgetIsRefusedWithTheReason() throws Exception {
    String outcome = world.call("POST", CAMPAIGNS, """
        [{ "name": "Harvest sale", "objective_type": "AWARENESS" }]""");
    assertTrue(outcome.contains("budget"), outcome);
    assertFalse(isListed("Harvest sale"));
  }
}

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.*;
import org.openapitools.client.model.*;

/** Campaign work by the client that openapi-generator makes of openapi.json for Java. */
class Scenario {
  interface Check {
    Object run() throws ApiException;
  }

  static final String account = System.getenv("AD_ACCOUNT_ID");
  static final ApiClient client = new ApiClient().setBasePath(System.getenv("API_BASE"));
  static final CampaignsApi campaigns = new CampaignsApi(client);

  /** Prints whether a check returned without an exception, and something that is not false. */
  static void check(String title, Check check) {
    try {
      Object found = check.run();
      if (Boolean.FALSE.equals(found)) throw new IllegalStateException("found something else");
      System.out.println("ok: " + title);
    } catch (Exception error) {
      System.out.println("not ok: " + title + ": " + String.valueOf(error).lines().collect(Collectors.joining(" ")));
    }
  }

  static CampaignCreate campaign(String name) {
    return new CampaignCreate().name(name).objectiveType(CreatableObjectiveType.AWARENESS).dailySpendCap(5_000_000L);
  }

  static boolean batch() throws ApiException {
    var refused = campaign("Both caps").lifetimeSpendCap(50_000_000L);
    var items = campaigns.campaignsCreate(account, List.of(campaign("Generated"), refused)).getItems();
    return !items.get(0).getData().getId().isEmpty() && !items.get(1).getExceptions().isEmpty();
  }

  static List<String> listed() throws ApiException {
    var ids = new ArrayList<String>();
    var statuses = List.of(EntityStatus.ACTIVE, EntityStatus.PAUSED);
    for (String bookmark = null; ; ) {
      var page = campaigns.campaignsList(account, null, statuses, null, 2, bookmark);
      page.getItems().forEach(one -> ids.add(one.getId()));
      bookmark = page.getBookmark();
      if (bookmark == null) return ids;
    }
  }

  static boolean paused() throws ApiException {
    var change = new CampaignUpdate().id(listed().get(0)).status(EntityStatusOrNull.PAUSED);
    var items = campaigns.campaignsUpdate(account, List.of(change)).getItems();
    return items.get(0).getData().getStatus() == EntityStatus.PAUSED;
  }

  static boolean report() throws ApiException {
    var columns = List.of(ReportColumn.SPEND_IN_DOLLAR, ReportColumn.TOTAL_CLICKTHROUGH);
    var start = LocalDate.parse(System.getenv("START"));
    var end = LocalDate.parse(System.getenv("END"));
    return new AdAccountsApi(client)
            .adAccountAnalytics(account, start, end, columns, Granularity.TOTAL, null, null, null, null, null)
            .size() == 1;
  }

  static boolean missing() {
    try {
      campaigns.campaignsGet(account, "123123123123");
      return false;
    } catch (ApiException error) {
      return error.getCode() == 404;
    }
  }

  static boolean token() throws ApiException {
    var app = new ApiClient().setBasePath(System.getenv("API_BASE"));
    app.setUsername("app");
    app.setPassword("secret");
    return !new OauthApi(app).oauthToken("client_credentials", null, null, null, "ads:read", null).getAccessToken().isEmpty();
  }

  public static void main(String[] args) {
    client.setAccessToken("any-text");
    check("a batch has one valid and one refused item", Scenario::batch);
    check("campaigns of two statuses are listed page by page", () -> {
      var ids = listed();
      return ids.size() > 2 && new HashSet<>(ids).size() == ids.size();
    });
    check("a campaign is paused", Scenario::paused);
    check("a report has a row", Scenario::report);
    check("ad groups are listed", () -> new AdGroupsApi(client).adGroupsList(account, null, null, null, null, null, null, null));
    check("boards are listed", () -> new BoardsApi(client).boardsList(null, null, null, null));
    check("issues are counted by an object in the query", () -> new CatalogReportsApi(client)
        .reportsStats("{\"catalog_type\":\"RETAIL\",\"report\":{\"report_type\":\"DISTRIBUTION_ISSUES\"}}", null, null, null));
    check("a campaign that is not there is an exception with 404", Scenario::missing);
    check("a token is issued by a form", Scenario::token);
  }
}

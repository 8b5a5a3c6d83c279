import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AdAccountsApi;
import org.openapitools.client.api.AdGroupsApi;
import org.openapitools.client.api.AdsApi;
import org.openapitools.client.api.BoardsApi;
import org.openapitools.client.api.CampaignsApi;
import org.openapitools.client.api.PinsApi;

/** Reads ad accounts, campaigns, boards and Pins by the client that openapi-generator makes of openapi.json for Java. */
class Scenario {
  interface Check {
    void run() throws Exception;
  }

  static void check(String title, Check check) {
    try {
      check.run();
      System.out.println("ok: " + title);
    } catch (Exception error) {
      System.out.println("not ok: " + title + ": " + String.valueOf(error).lines().findFirst().orElse(""));
    }
  }

  /** Calls an operation with its required parameters, which come first, and without the others. */
  static Object call(Object api, String operation, Object... required) throws Exception {
    var method = Arrays.stream(api.getClass().getMethods()).filter(one -> one.getName().equals(operation)).findFirst().orElseThrow();
    try {
      return method.invoke(api, Arrays.copyOf(required, method.getParameterCount()));
    } catch (InvocationTargetException error) {
      throw (Exception) error.getCause();
    }
  }

  static List<?> items(Object page) throws Exception {
    List<?> items = (List<?>) page.getClass().getMethod("getItems").invoke(page);
    if (items.isEmpty()) throw new Exception("nothing is listed");
    return items;
  }

  public static void main(String[] args) {
    ApiClient client = new ApiClient();
    client.setBasePath(System.getenv("API_BASE"));
    client.setAccessToken("any-text");
    String account = System.getenv("AD_ACCOUNT_ID");
    check("ad accounts are listed", () -> items(call(new AdAccountsApi(client), "adAccountsList")));
    check("campaigns are listed, and one is read", () -> {
      Object campaign = items(call(new CampaignsApi(client), "campaignsList", account)).get(0);
      call(new CampaignsApi(client), "campaignsGet", account, campaign.getClass().getMethod("getId").invoke(campaign));
    });
    check("ad groups are listed", () -> items(call(new AdGroupsApi(client), "adGroupsList", account)));
    check("ads are listed", () -> items(call(new AdsApi(client), "adsList", account)));
    check("boards are listed", () -> items(call(new BoardsApi(client), "boardsList")));
    check("Pins are listed", () -> items(call(new PinsApi(client), "pinsList")));
    check("a campaign that is not there is an exception with 404", () -> {
      try {
        call(new CampaignsApi(client), "campaignsGet", account, "123123123123");
      } catch (ApiException error) {
        if (error.getCode() == 404) return;
        throw error;
      }
      throw new Exception("nothing was thrown");
    });
  }
}

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.pkce.PKCE;
import com.github.scribejava.core.pkce.PKCEService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** OAuth with ScribeJava: an authorization code with PKCE, a refresh, credentials of the app. */
class OAuth {
  static final String MOCK = System.getenv("MOCK");

  interface Check {
    void run() throws Exception;
  }

  static void check(String title, Check check) {
    try {
      check.run();
      System.out.println("ok: " + title);
    } catch (Exception error) {
      System.out.println("not ok: " + title + ": " + error);
    }
  }

  static final class Api extends DefaultApi20 {
    @Override
    public String getAccessTokenEndpoint() {
      return MOCK + "/v5/oauth/token";
    }

    @Override
    protected String getAuthorizationBaseUrl() {
      return MOCK + "/oauth/";
    }
  }

  static OAuth2AccessToken token;

  public static void main(String[] args) throws Exception {
    OAuth20Service service = new ServiceBuilder("1512345").apiSecret("app-secret")
        .defaultScope("ads:read,user_accounts:read").callback("http://localhost:8085/").build(new Api());
    check("an authorization code with PKCE is exchanged", () -> {
      PKCE pkce = PKCEService.defaultInstance().generatePKCE();
      String url = service.createAuthorizationUrlBuilder().pkce(pkce).additionalParams(Map.of("auto_approve", "1")).build();
      var redirect = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
      String code = redirect.headers().firstValue("location").orElseThrow().replaceFirst(".*[?&]code=([^&]*).*", "$1");
      token = service.getAccessToken(AccessTokenRequestParams.create(code).pkceCodeVerifier(pkce.getCodeVerifier()));
    });
    check("the API is called with the token", () -> {
      OAuthRequest request = new OAuthRequest(Verb.GET, MOCK + "/v5/user_account");
      service.signRequest(token, request);
      if (service.execute(request).getCode() != 200) throw new Exception("refused");
    });
    check("the token is refreshed", () -> {
      OAuth2AccessToken refreshed = service.refreshAccessToken(token.getRefreshToken());
      if (refreshed.getAccessToken().equals(token.getAccessToken())) throw new Exception("the same token");
    });
    check("the app gets a token of its own", () -> service.getAccessTokenClientCredentialsGrant("ads:read"));
  }
}

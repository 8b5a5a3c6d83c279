using System.Net.Http.Headers;
using System.Text;
using Xunit;

// xUnit makes an instance of the class for each test, so that each has a world: data, clock and faults of its own.
public sealed class CampaignsTests
{
    private const string Campaigns = "/v5/ad_accounts/549755885262/campaigns";
    private readonly string world = $"{Environment.GetEnvironmentVariable("PINTEREST_MOCK_URL")}/w/{Guid.NewGuid()}";
    private readonly HttpClient client = new();

    public CampaignsTests() =>
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any-text");

    private async Task<string> PostAsync(string path, string body)
    {
        var response = await client.PostAsync(world + path, new StringContent(body, Encoding.UTF8, "application/json"));
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private Task<string> ListAsync() => client.GetStringAsync($"{world}{Campaigns}?page_size=250");

    [Fact]
    public async Task ACreatedCampaignIsInTheList()
    {
        await PostAsync(Campaigns, """
            [{ "name": "Harvest sale", "objective_type": "AWARENESS", "daily_spend_cap": 5000000 }]
            """);
        Assert.Contains("Harvest sale", await ListAsync());
        await PostAsync("/__mock/requests/verify", """
            { "match": { "operation": "campaigns/create" }, "times": 1 }
            """);
    }

    [Fact]
    public async Task ACampaignWithoutABudgetIsRefusedWithTheReason()
    {
        var outcome = await PostAsync(Campaigns, """
            [{ "name": "Harvest sale", "objective_type": "AWARENESS" }]
            """);
        Assert.Contains("budget", outcome);
        Assert.DoesNotContain("Harvest sale", await ListAsync());
    }
}

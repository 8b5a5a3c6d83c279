using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using Xunit;

// For tests that are to start the container themselves: class CampaignsTests : IClassFixture<MockContainer>.
public sealed class MockContainer : IAsyncLifetime
{
    private readonly IContainer container = new ContainerBuilder()
        .WithImage("pinterest-ads-mock")
        .WithPortBinding(7468, true)
        .WithWaitStrategy(Wait.ForUnixContainer().UntilMessageIsLogged("\"event\":\"listening\""))
        .Build();

    public string Url => $"http://{container.Hostname}:{container.GetMappedPublicPort(7468)}";

    public Task InitializeAsync() => container.StartAsync();

    public Task DisposeAsync() => container.DisposeAsync().AsTask();
}

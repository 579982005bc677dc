using HuaweiDms.Client.Tests.Support;
using Step = HuaweiDms.Client.Tests.Support.ScriptedHandler.Step;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>A canceled call ends immediately, as canceled, and nothing is sent afterwards.</summary>
public sealed class CancellationTests
{
    private static readonly Dictionary<string, Step> Places = new(StringComparer.Ordinal)
    {
        ["connecting"] = Responses.Stalled,
        ["in the body"] = Responses.Body("""{"instance_id":""", BrokenBody.End.Stalled),
        ["in the body, on .NET Framework"] = Responses.Body("""{"instance_id":""", BrokenBody.End.StalledThenBroken),
        ["in an error's body"] = Responses.Body("""{"error_code":""", BrokenBody.End.Stalled, System.Net.HttpStatusCode.ServiceUnavailable),
        ["between attempts"] = Responses.Empty(503).AfterSeconds(50),
        ["between attempts after a lost connection"] = Responses.ConnectionReset,
    };

    public static TheoryData<string> Names => [.. Places.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_canceled_read_ends_as_canceled_and_sends_nothing_more(string place)
        => await CancelAsync(place, (client, cancellationToken) => client.Instances.GetAsync("i-1", cancellationToken));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_canceled_list_ends_as_canceled_and_sends_nothing_more(string place)
        => await CancelAsync(place, async (client, cancellationToken) => await client.Instances.List().ToListAsync(cancellationToken));

    [Theory]
    [InlineData("connecting")]
    [InlineData("in the body")]
    [InlineData("in the body, on .NET Framework")]
    [InlineData("between attempts")]
    public async Task A_canceled_creation_ends_as_canceled_and_sends_nothing_more(string place)
        => await CancelAsync(place, (client, cancellationToken) => client.Instances.CreateAsync(Specifications.Minimal(), cancellationToken));

    [Fact]
    public async Task A_call_canceled_before_it_starts_sends_nothing()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(Responses.Instance));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Client.Instances.GetAsync("i-1", new CancellationToken(canceled: true)));
        Assert.Empty(client.Sent);
    }

    [Fact]
    public async Task Disposing_the_client_during_a_call_ends_it()
    {
        ScriptedClient client = new ScriptedClient().Then(Responses.Stalled);
        Task<Instance> call = client.Client.Instances.GetAsync("i-1", TestContext.Current.CancellationToken);

        client.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(client.Sent);
    }

    private static async Task CancelAsync(string place, Func<DmsClient, CancellationToken, Task> call)
    {
        using ScriptedClient client = new ScriptedClient().Then(Places[place]);
        using CancellationTokenSource cancel = new();
        Task running = call(client.Client, cancel.Token);
        Assert.False(running.IsCompleted);
        int sent = client.Sent.Count;

        await cancel.CancelAsync();
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        client.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, sent);
        Assert.Single(client.Sent);
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Equal(0, client.Time.PendingTimers);
    }
}

using System.Net;
using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class DelayReaderTests
{
    [Fact]
    public async Task Lags_come_from_one_list_and_ages_from_single_requests_even_with_one_request_at_a_time()
    {
        Watcher watcher = new();
        using EmulatedContext context = new(watcher);
        FoundInstance prod = await FindAsync(context);
        watcher.Seen.Clear();
        using Throttle throttle = new(1);

        (IReadOnlyList<GroupDelay> counted, _) = await new DelayReader(prod, throttle).ReadAsync(excluded: null, withAge: false, Stop);
        Assert.Equal(216, counted.Single(group => group.Name == "reporting").Lag);
        Assert.Single(watcher.Seen);

        (IReadOnlyList<GroupDelay> dated, int leftOut) = await new DelayReader(prod, throttle).ReadAsync(new(["billing"], areExact: true), withAge: true, Stop);
        Assert.Equal(1, leftOut);
        Assert.Equal(["fulfilment", "reporting"], dated.Select(group => group.Name).Order());
        Assert.All(dated, group => Assert.True(group.Age > TimeSpan.FromMinutes(30)));
        Assert.DoesNotContain(watcher.Seen, path => path.EndsWith("/groups/billing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_age_of_a_group_without_lag_is_zero_and_costs_no_request()
    {
        using EmulatedContext context = new(new FixedResponse("/groups", """{"groups":[{"group_id":"idle","lag":0}],"total":1}"""));
        using Throttle throttle = new();
        DelayReader reader = new(await FindAsync(context), throttle);

        (IReadOnlyList<GroupDelay> groups, _) = await reader.ReadAsync(excluded: null, withAge: true, Stop);

        Assert.Equal(new("idle", 0, TimeSpan.Zero), Assert.Single(groups));
        // A request for the group would have failed, because the emulator has no such group.
        Assert.Empty(reader.Errors);
    }

    [Fact]
    public async Task A_group_that_cannot_be_read_has_no_age_and_does_not_affect_the_others()
    {
        Watcher watcher = new() { Refused = "/groups/billing" };
        using EmulatedContext context = new(watcher);
        using Throttle throttle = new();
        DelayReader reader = new(await FindAsync(context), throttle);

        (IReadOnlyList<GroupDelay> groups, _) = await reader.ReadAsync(excluded: null, withAge: true, Stop);

        Assert.Equal(["billing"], groups.Where(group => group.Age is null).Select(group => group.Name));
        Assert.Equal("DMS.00403007", Assert.Single(reader.Errors).ErrorId);
    }

    [Fact]
    public async Task If_messages_cannot_be_queried_the_ages_are_unknown_and_the_reason_is_reported()
    {
        using EmulatedContext context = new(new Watcher { Refused = "/messages" });
        using Throttle throttle = new();
        DelayReader reader = new(await FindAsync(context), throttle);

        (IReadOnlyList<GroupDelay> groups, _) = await reader.ReadAsync(excluded: null, withAge: true, Stop);

        Assert.All(groups, group => Assert.Null(group.Age));
        Assert.Equal("DMS.00403007", Assert.Single(reader.Errors).ErrorId);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<FoundInstance> FindAsync(EmulatedContext context)
    {
        ItemReference group = await context.GroupAsync("kafka-prod", "billing", Stop);
        return new(group.Context, group.Instance);
    }

    /// <summary>Records the requests, and refuses those whose path ends with a given text.</summary>
    private sealed class Watcher : DelegatingHandler
    {
        public string? Refused { get; init; }

        public List<string> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string path = request.RequestUri!.AbsolutePath;
            lock (Seen)
                Seen.Add(path);
            return Refused is not null && path.EndsWith(Refused, StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("""{"error_code":"DMS.00403007","error_msg":"no"}""") })
                : base.SendAsync(request, cancellationToken);
        }
    }
}

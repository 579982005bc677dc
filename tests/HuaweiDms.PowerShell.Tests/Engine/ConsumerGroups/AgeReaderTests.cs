using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class AgeReaderTests
{
    [Fact]
    public async Task Since_when_a_group_lags_is_when_its_next_message_was_produced_and_what_does_not_lag_costs_nothing()
    {
        Counter counter = new();
        using EmulatedContext context = new(counter);
        ItemReference group = await context.GroupAsync("kafka-prod", "fulfilment", Stop);
        IReadOnlyList<ConsumerLag> lags = await LagsAsync(group);
        Message? next = await context.Client.Messages.GetAsync(group.Instance.Id, "orders", 3, lags.Single(lag => lag.Partition == 3).CurrentOffset!.Value, Stop);
        ConsumerLag read = new() { Topic = "orders", Partition = 0, CurrentOffset = 1024, EndOffset = 1024, Lag = 0 };
        ConsumerLag unknown = new() { Topic = "orders", Partition = 1, Lag = null };
        counter.Seen.Clear();

        using Throttle throttle = new();
        AgeReader ages = new(throttle);
        await ages.ReadAsync(group, [.. lags, read, unknown], Stop);

        Assert.Equal(lags.Count, counter.Seen.Count);
        Assert.Equal(next!.Timestamp, lags.Single(lag => lag.Partition == 3).OldestUnreadAt);
        Assert.All(lags, lag => Assert.True(lag.Age > TimeSpan.FromMinutes(44)));
        Assert.Equal((null, null, null), (read.Age, unknown.Age, unknown.OldestUnreadAt));
        Assert.Empty(ages.Failures);
    }

    [Fact]
    public async Task A_message_that_is_not_kept_any_more_has_no_age()
    {
        using EmulatedContext context = new();
        ItemReference group = await context.GroupAsync("kafka-prod", "fulfilment", Stop);
        ConsumerLag gone = new() { Topic = "orders", Partition = 0, CurrentOffset = 3, EndOffset = 1024, Lag = 1021 };

        using Throttle throttle = new();
        AgeReader ages = new(throttle);
        await ages.ReadAsync(group, [gone], Stop);

        Assert.Equal((null, null), (gone.OldestUnreadAt, gone.Age));
        Assert.Empty(ages.Failures);
    }

    [Fact]
    public async Task Where_messages_cannot_be_queried_that_is_said_once_and_the_rest_is_not_asked_for()
    {
        Counter counter = new() { Refuses = true };
        using EmulatedContext context = new(counter);
        ItemReference group = await context.GroupAsync("kafka-prod", "fulfilment", Stop);
        IReadOnlyList<ConsumerLag> lags = await LagsAsync(group);
        counter.Seen.Clear();

        using Throttle throttle = new(1);
        AgeReader ages = new(throttle);
        await ages.ReadAsync(group, lags, Stop);

        Assert.Equal(3, counter.Seen.Count);
        Failure failure = Assert.Single(ages.Failures);
        Assert.Equal("DMS.00403007", failure.Id);
        Assert.All(lags, lag => Assert.Null(lag.Age));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<IReadOnlyList<ConsumerLag>> LagsAsync(ItemReference group) => (await new LagReader().ReadAsync(group, Stop)).Lags;

    /// <summary>Counts what is asked about messages, and refuses it if told to.</summary>
    private sealed class Counter : DelegatingHandler
    {
        public bool Refuses { get; init; }

        public List<Uri> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal))
                return base.SendAsync(request, cancellationToken);
            lock (Seen)
                Seen.Add(request.RequestUri);
            return Refuses
                ? Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden) { Content = new StringContent("""{"error_code":"DMS.00403007","error_msg":"no"}""") })
                : base.SendAsync(request, cancellationToken);
        }
    }
}

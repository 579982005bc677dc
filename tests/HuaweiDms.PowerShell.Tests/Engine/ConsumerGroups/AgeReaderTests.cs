using System.Net;
using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class AgeReaderTests
{
    [Fact]
    public async Task The_age_of_a_lag_is_that_of_the_next_message_and_partitions_without_lag_cost_no_request()
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
    public async Task A_message_that_is_no_longer_retained_has_no_age()
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
    public async Task If_messages_cannot_be_queried_one_error_is_reported_and_no_more_requests_are_sent()
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

    [Fact]
    public async Task Topics_that_cannot_be_read_do_not_affect_the_others()
    {
        Counter counter = new() { RefusedQueries = ["topic=broken-", "topic=clicks"] };
        using EmulatedContext context = new(counter);
        ItemReference group = await context.GroupAsync("kafka-prod", "fulfilment", Stop);
        IReadOnlyList<ConsumerLag> lags = await LagsAsync(group);
        ConsumerLag[] broken = [.. Enumerable.Range(0, 4).Select(topic => Lag($"broken-{topic}", 0)), .. Enumerable.Range(0, 6).Select(partition => Lag("clicks", partition))];
        counter.Seen.Clear();

        using Throttle throttle = new(1);
        AgeReader ages = new(throttle);
        await ages.ReadAsync(group, [.. broken, .. lags], Stop);

        Assert.All(broken, lag => Assert.Null(lag.Age));
        Assert.All(lags, lag => Assert.NotNull(lag.Age));
        // Three failed requests are enough to give up on a topic.
        Assert.Equal(4 + 3 + lags.Count, counter.Seen.Count);
        Assert.Equal("DMS.10540900", Assert.Single(ages.Failures).Id);
    }

    [Fact]
    public async Task An_error_that_occurs_for_three_topics_ends_the_reading_of_all()
    {
        Counter counter = new() { Refuses = true };
        using EmulatedContext context = new(counter);
        ItemReference group = await context.GroupAsync("kafka-prod", "fulfilment", Stop);

        using Throttle throttle = new(1);
        AgeReader ages = new(throttle);
        await ages.ReadAsync(group, [.. Enumerable.Range(0, 9).Select(topic => Lag($"topic-{topic}", 0))], Stop);

        Assert.Equal(3, counter.Seen.Count);
        Assert.Contains("and 6 more", Assert.Single(ages.Failures).Message);
    }

    private static ConsumerLag Lag(string topic, int partition)
        => new() { Topic = topic, Partition = partition, CurrentOffset = 0, EndOffset = 4, Lag = 4 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<IReadOnlyList<ConsumerLag>> LagsAsync(ItemReference group) => (await new LagReader().ReadAsync(group, Stop)).Lags;

    /// <summary>Counts the requests for messages, and refuses all of them or those of given topics.</summary>
    private sealed class Counter : DelegatingHandler
    {
        public bool Refuses { get; init; }

        public string[] RefusedQueries { get; init; } = [];

        public List<Uri> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal))
                return base.SendAsync(request, cancellationToken);
            lock (Seen)
                Seen.Add(request.RequestUri);
            return Refuses ? Refusal(HttpStatusCode.Forbidden, "DMS.00403007")
                : RefusedQueries.Any(request.RequestUri.Query.Contains) ? Refusal(HttpStatusCode.BadRequest, "DMS.10540900")
                : base.SendAsync(request, cancellationToken);
        }

        private static Task<HttpResponseMessage> Refusal(HttpStatusCode status, string code)
            => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent($$"""{"error_code":"{{code}}","error_msg":"no"}""") });
    }
}

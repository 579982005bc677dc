using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Topics;

/// <summary>Replicas and their reassignment (5.2.8, 5.2.11, 5.5.7, 5.5.8).</summary>
public sealed class ReplicaTests
{
    private const string Detail = """
        {"topic":"t","group_subscribed":["g"],"partitions":[
          {"partition":1,"leader":2,"leo":"9","hw":8,"lso":1,"last_update_timestamp":1571477180985,"replicas":[{"broker":2,"in_sync":true,"size":5000000000,"lag":0},{"broker":0,"leader":false,"in_sync":"false","size":1,"lag":7}]},
          {"partition":0,"leader":1,"replicas":[{"broker":1,"leader":true,"in_sync":true}]}]}
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replicas_are_listed_by_partition_in_the_order_of_the_service()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(Detail));

        IReadOnlyList<TopicReplica> replicas = await client.RunAsync(it => it.Replicas.ListAsync("i-1", "t", Stop));

        Assert.Equal(["t-0 on 1", "t-1 on 2", "t-1 on 0"], replicas.Select(replica => replica.ToString()));
        Assert.Equal((true, true, 5000000000L, 9L, 8L, 1L), (replicas[1].IsLeader, replicas[1].InSync, replicas[1].SizeBytes, replicas[1].EndOffset, replicas[1].HighWatermark, replicas[1].StartOffset));
        Assert.Equal((false, false, 7L, "g"), (replicas[2].IsLeader, replicas[2].InSync, replicas[2].Lag, replicas[2].ConsumerGroups[0]));
    }

    [Fact]
    public async Task The_rate_of_one_request_per_second_and_instance_is_shared_by_all_callers()
    {
        using ScriptedClient client = new();
        using ScriptedClient other = new(options => (options.Time, options.Handler) = (client.Time, client.Handler));
        client.Then(Responses.Json(Detail), Responses.Json(Detail), Responses.Json(Detail), Responses.Json(Detail));

        Task all = Task.WhenAll(
            client.Client.Replicas.ListAsync("i-2", "a", Stop),
            client.Client.Replicas.ListAsync("i-2", "b", Stop),
            other.Client.Replicas.ListAsync("I-2", "c", Stop),
            client.Client.Replicas.ListAsync("i-3", "d", Stop));
        while (!all.IsCompleted)
        {
            // A waiting call continues on another thread, so its timer may be created a little later.
            await Task.Delay(5, Stop);
            client.Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        await all;

        DateTimeOffset[] times = [.. client.Sent.Where(request => request.Target.Contains("i-2", StringComparison.OrdinalIgnoreCase)).Select(request => request.At).Order()];
        Assert.Equal(3, times.Length);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1)));
        Assert.Equal(times[0], client.Sent.Single(request => request.Target.Contains("i-3", StringComparison.Ordinal)).At);
    }

    [Fact]
    public async Task A_waiting_call_can_be_canceled_without_affecting_the_next()
    {
        FakeTime time = new();
        RateGate gate = RateGate.Of("i-4", time);
        await gate.PassAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(0), Stop);
        using CancellationTokenSource leaving = new();

        Task left = gate.PassAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(1), leaving.Token);
        Task<int> next = gate.PassAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(2), Stop);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await Wait.UntilAsync(() => time.PendingTimers > 0);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, await next);
    }

    [Fact]
    public async Task A_refused_call_counts_toward_the_rate()
    {
        FakeTime time = new();
        RateGate gate = RateGate.Of("i-6", time);
        await Assert.ThrowsAsync<TimeoutException>(() => gate.PassAsync(TimeSpan.FromSeconds(1), () => Task.FromException<int>(new TimeoutException()), Stop));

        Task<int> next = gate.PassAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(2), Stop);
        Assert.Equal((false, 1), (next.IsCompleted, time.PendingTimers));
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, await next);
    }

    [Fact]
    public async Task An_early_timer_does_not_shorten_the_interval()
    {
        FakeTime time = new();
        RateGate gate = RateGate.Of("i-5", time);
        TimeSpan interval = TimeSpan.FromMilliseconds(2.5);
        await gate.PassAsync(interval, () => Task.FromResult(0), Stop);

        Task<TimeSpan> next = gate.PassAsync(interval, () => Task.FromResult(time.GetElapsedTime(0)), Stop);
        while (!next.IsCompleted)
        {
            await Task.Delay(1, Stop);
            time.AdvanceToNextTimer();
        }

        Assert.True(await next >= interval, $"after {await next}");
    }

    [Fact]
    public async Task Replicas_are_moved_to_the_requested_brokers()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod-payments")).InstanceId!;

        await client.Client.Replicas.PlaceAsync(id, "payments", [new() { Partition = 1, Brokers = [4, 0, 2] }], Stop);
        Assert.Equal("""{"partitions":[{"partition":1,"replicas":[4,0,2]}]}""", client.Last.Body);
        client.Advance(TimeSpan.FromHours(1));

        IReadOnlyList<TopicReplica> replicas = await client.Client.Replicas.ListAsync(id, "payments", Stop);
        Assert.Equal([4, 0, 2], replicas.Where(replica => replica.Partition == 1).Select(replica => replica.Broker));
    }

    [Fact]
    public async Task A_reassignment_is_estimated_started_and_scheduled()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod-payments")).InstanceId!;
        TopicReassignment[] plan =
        [
            new() { Topic = "payments", Brokers = [3, 4], ReplicationFactor = 2 },
            new() { Topic = "orders", Assignment = [new() { Partition = 1, Brokers = [4, 3, 2] }] },
        ];

        PartitionReassignment estimate = await client.Client.Replicas.EstimateAsync(id, plan, 300, Stop);
        Assert.Equal(
            """{"reassignments":[{"topic":"payments","brokers":[3,4],"replication_factor":2},{"topic":"orders","assignment":[{"partition":1,"partition_brokers":[4,3,2]}]}],"throttle":300,"time_estimate":true}""",
            client.Last.Body);
        Assert.True(estimate.EstimatedTime > TimeSpan.Zero);
        Assert.Null(estimate.TaskId);

        PartitionReassignment later
            = await client.Client.Replicas.ReassignAsync(id, plan, at: client.Time.GetUtcNow().AddHours(1), cancellationToken: Stop);
        string at = FormattableString.Invariant($"{client.Time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds()}");
        Assert.EndsWith("\"is_schedule\":true,\"execute_at\":" + at + ",\"time_estimate\":false}", client.Last.Body, StringComparison.Ordinal);
        Assert.Equal("CREATED", (await client.Client.Tasks.GetAsync(id, later.TaskId!, Stop)).Status);
        client.Advance(TimeSpan.FromHours(9));
        Assert.Equal(["payments", "orders"], later.Topics);
        Assert.Equal([3, 4], (await client.Client.Replicas.ListAsync(id, "payments", Stop)).Where(replica => replica.Partition == 0).Select(replica => replica.Broker));
    }

    [Fact]
    public async Task Producers_have_their_topic()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;

        IReadOnlyList<TopicProducer> producers = await client.Client.Topics.ListProducers(id, "orders").ToListAsync(Stop);

        Assert.Equal(2, producers.Count);
        Assert.Equal(("orders", id, client.Clock.UtcNow.AddHours(-1)), (producers[0].Topic, producers[0].InstanceId, producers[0].ConnectedAt));
    }

    /// <summary>The text is what a CSV export of a plan contains, and a plan can be read from it.</summary>
    [Fact]
    public void Lists_of_brokers_have_the_broker_ids_as_text()
    {
        TopicReassignment plan = new()
        {
            Topic = "orders",
            Brokers = [2, 0],
            Assignment = [new() { Partition = 0, Brokers = [1, 2, 0] }, new() { Partition = 4, Brokers = [0, 1, 2] }],
        };
        PlacedPartition partition = new() { Broker = new([1, 2, 0]) };

        Assert.Equal(("2,0", "0: 1,2,0; 4: 0,1,2"), (plan.Brokers.ToString(), plan.Assignment.ToString()));
        Assert.Equal(("1,2,0", 3, 1), (partition.Broker.ToString(), partition.Broker.Length, partition.PreferredLeader));
    }
}

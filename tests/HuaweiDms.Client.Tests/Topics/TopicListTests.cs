using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Topics;

/// <summary>Lists of topics and of their partitions (5.5.3, 5.5.6, 7.1.1.8).</summary>
public sealed class TopicListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Topics_are_listed_with_all_their_properties()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;

        IReadOnlyList<Topic> topics = await client.Client.Topics.List(id).ToListAsync(Stop);

        Assert.Equal($"/v2/{client.Emulator.ProjectId}/instances/{id}/topics?limit=50&offset=0", client.Last.Target);
        Assert.Equal(["orders", "payments", "audit-log", "clicks", "__consumer_offsets", "__trace"], topics.Select(topic => topic.Name));
        Topic orders = topics[0];
        Assert.Equal(("orders", id, "test"), (orders.Topic, orders.InstanceId, orders.Context));
        Assert.Equal((6, 3, 72, false, false), (orders.PartitionCount, orders.ReplicationFactor, orders.RetentionHours, orders.SyncReplication, orders.SyncFlush));
        Assert.Equal((10485760L, "LogAppendTime"), (orders.Config["max.message.bytes"], orders.Config["MESSAGE.timestamp.type"]));
        Assert.Equal("max.message.bytes=10485760;message.timestamp.type=LogAppendTime", orders.Config.ToString());
        TopicConfig size = orders.ConfigDetails![0];
        Assert.Equal((10485760L, 10485760L, "[0...10485760]"), (size.Value, size.DefaultValue, size.ValidValues));
        Assert.Equal(("int", "dynamic", "max.message.bytes=10485760"), (size.ValueType, size.ConfigType, size.ToString()));
        Assert.Equal([false, false, false, false, true, true], topics.Select(topic => topic.IsSystem));
        Assert.Null(orders.AdditionalProperties);
    }

    [Fact]
    public async Task An_older_service_returns_all_topics_in_one_response()
    {
        using EmulatedClient client = new(ApiVersion.V1);
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        int before = client.Recorder.Sent.Count;

        Assert.Equal(["audit-log", "clicks"], await client.Client.Topics.List(id, new(2, 2)).Select(topic => topic.Name).ToListAsync(Stop));
        Assert.Equal($"/v1.0/{client.Emulator.ProjectId}/instances/{id}/topics", client.Last.Target);
        Assert.Equal(6, (await client.Client.Topics.GetLimitsAsync(id, Stop)).TopicCount);
        Assert.Equal(before + 2, client.Recorder.Sent.Count);
    }

    [Fact]
    public async Task A_partial_list_of_an_older_service_is_never_treated_as_complete()
    {
        using ScriptedClient client = new ScriptedClient(options => options.ApiVersion = ApiVersion.V1).Then(
            Responses.Json("""{"total":3,"size":2,"topics":[{"id":"a"},{"id":"b"}]}"""),
            Responses.Json("""{"total":3,"topics":[{"name":"a"},{"name":"b"},{"name":"c"}]}"""));

        List<string?> names = await client.RunAsync(it => it.Topics.List("i-1", new(1, null)).Select(topic => topic.Name).ToListAsync(Stop).AsTask());

        Assert.Equal(["b", "c"], names);
        Assert.Equal(["/v1.0/", "/v2/"], client.Sent.Select(request => request.Target.Substring(0, request.Target.IndexOf(ScriptedClient.ProjectId, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_partial_list_that_cannot_be_completed_is_an_error()
    {
        using ScriptedClient client = new ScriptedClient(options => options.ApiVersion = ApiVersion.V1).Then(
            Responses.Json("""{"count":3,"topics":[{"id":"a"}]}"""), Responses.Error(404, "APIGW.0101"));

        DmsException error = await client.FailAsync(it => it.Topics.List("i-1").ToListAsync(Stop));

        Assert.Equal((DmsErrorKind.UnreadableResponse, "ListInstanceTopicsV1"), (error.Kind, error.Operation));
        Assert.Equal("ListInstanceTopicsV1 reported 3 entries but returned only 1, and the service does not support ListInstanceTopics, which lists the others.", error.Message);
    }

    [Fact]
    public async Task Limits_are_read_with_one_request()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        TopicLimits limits = await client.Client.Topics.GetLimitsAsync(id, Stop);

        Assert.Equal((6L, 732, 750, 200), (limits.TopicCount, limits.RemainingPartitions, limits.PartitionLimit, limits.MaxPartitionsPerTopic));
        Assert.EndsWith("limit=1&offset=0", client.Last.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partitions_have_offsets_and_message_counts()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;

        IReadOnlyList<TopicPartition> partitions = await client.Client.Topics.ListPartitions(id, "orders").ToListAsync(Stop);

        Assert.Equal($"/v2/{client.Emulator.ProjectId}/kafka/instances/{id}/topics/orders/partitions?limit=10&offset=0", client.Last.Target);
        Assert.Equal([0, 1, 2, 3, 4, 5], partitions.Select(partition => partition.Partition));
        Assert.Equal((1000L, 1024L, 24L), (partitions[0].StartOffset, partitions[0].EndOffset, partitions[0].MessageCount));
        Assert.Equal(("orders", id, "orders-3"), (partitions[3].Topic, partitions[3].InstanceId, partitions[3].ToString()));
        Assert.Equal(client.Clock.UtcNow.AddMinutes(-5), partitions[0].UpdatedAt);
    }

    [Fact]
    public async Task A_topic_that_does_not_exist_is_not_found()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;

        DmsException error = await Assert.ThrowsAsync<DmsException>(async () => await client.Client.Topics.ListPartitions(id, "orderz").ToListAsync(Stop));

        Assert.Equal((DmsErrorKind.NotFound, "DMS.00400876"), (error.Kind, error.ErrorId));
    }
}

using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Messages;

/// <summary>Offsets of partitions, and the deletion of messages (5.8.4 to 5.8.6).</summary>
public sealed class PartitionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offsets_match_the_list_of_partitions()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        TopicPartition listed = (await client.Client.Topics.ListPartitions(id, "orders").ToListAsync(Stop))[3];

        PartitionOffset read = await client.Client.Messages.GetOffsetAsync(id, "orders", 3, Stop);

        Assert.Equal((listed.StartOffset, listed.EndOffset, listed.MessageCount), (read.StartOffset, read.EndOffset, read.MessageCount));
        Assert.Equal((id, "test", "orders", 3, "orders-3 4000..4024"), (read.InstanceId, read.Context, read.Topic, read.Partition, read.ToString()));
        Assert.Equal((listed.UpdatedAt, TimeSpan.FromMinutes(115)), (read.LastMessageAt, read.LastMessageAt - read.FirstMessageAt));
    }

    [Fact]
    public async Task An_empty_partition_has_no_messages_and_no_times()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        await client.Client.Messages.DeleteAsync(id, "orders", [new(0, 1024)], Stop);

        PartitionOffset read = await client.Client.Messages.GetOffsetAsync(id, "orders", 0, Stop);

        Assert.Equal((1024L, 1024L, 0L, null, null), (read.StartOffset, read.EndOffset, read.MessageCount, read.FirstMessageAt, read.LastMessageAt));
    }

    [Fact]
    public async Task Several_partitions_are_emptied_with_one_request_and_each_has_a_result()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        IReadOnlyList<PartitionActionResult> results = await client.Client.Messages.DeleteAsync(id, "orders", [new(5, 6010), new(9, 1), new(1, 99999)], Stop);

        Assert.Equal("DELETE", client.Last.Method);
        Assert.Equal("""{"partitions":[{"partition":5,"offset":6010},{"partition":9,"offset":1},{"partition":1,"offset":99999}]}""", client.Last.Body);
        Assert.Equal([true, false, false], results.Select(result => result.Succeeded));
        Assert.Equal([null, "Kafka.UNKNOWN_TOPIC_OR_PARTITION", "Kafka.OFFSET_OUT_OF_RANGE"], results.Select(result => result.ErrorCode));
        Assert.Equal((id, "test", "orders", 5, 6010L, "delete orders-5 before 6010: success"), (results[0].InstanceId, results[0].Context, results[0].Topic, results[0].Partition, results[0].BeforeOffset, results[0].ToString()));
        Assert.All(results.Skip(1), result => Assert.EndsWith(").", result.Message, StringComparison.Ordinal));
        Assert.Equal(6010, (await client.Client.Messages.GetOffsetAsync(id, "orders", 5, Stop)).StartOffset);
        Assert.Null(await client.Client.Messages.GetAsync(id, "orders", 5, 6009, Stop));
    }

    [Theory]
    [InlineData("""{"partitions":[{"partition":"1","result":"SUCCESS","error_code":0}]}""", true, null)]
    [InlineData("""{"partitions":[{"partition":1,"result":"failed","error_code":"44"}]}""", false, "Kafka.POLICY_VIOLATION")]
    [InlineData("""{"partitions":[{"partition":1,"result":"failed","error_code":99}]}""", false, "Kafka.99")]
    [InlineData("""{"partitions":[{"partition":1,"result":"failed","error_code":"DMS.00500000"}]}""", false, "DMS.00500000")]
    [InlineData("""{"partitions":[{"partition":1,"result":"failed","error_code":null}]}""", false, "HuaweiDms.ItemFailed")]
    [InlineData("""{"partitions":[null,{"partition":2,"result":"success"}]}""", false, "HuaweiDms.NotReported")]
    [InlineData("{}", false, "HuaweiDms.NotReported")]
    public async Task Only_a_reported_success_counts_as_success(string response, bool succeeded, string? code)
    {
        using ScriptedClient client = new();
        client.Then(Responses.Json(response));

        PartitionActionResult result = Assert.Single(await client.RunAsync(it => it.Messages.DeleteAsync("i", "t", [new(1, 5)], Stop)));

        Assert.Equal((succeeded, code, succeeded), (result.Succeeded, result.ErrorCode, result.Message is null));
    }
}

using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.SmartConnect;

/// <summary>Dump tasks on the wire and with the emulated service (7.2.4).</summary>
public sealed class SinkTaskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tasks_are_created_listed_read_and_deleted()
    {
        using EmulatedClient client = new();
        SinkTasksApi sinks = client.Client.SinkTasks;
        string connector = (await client.FindAsync("kafka-prod")).ConnectorId!;
        using SinkTaskSpecification specification = Specifications.SinkTask();

        string id = await sinks.CreateAsync(connector, specification, Stop);
        Assert.Equal(
            """
            {"source_type":"BLOB","task_name":"dump-1","destination_type":"OBS","obs_destination_descriptor":{"obs_bucket_name":"b","consumer_strategy":"latest","destination_file_type":"TEXT","partition_format":"yyyy","deliver_time_interval":30,"topics":"payments","access_key":"AK","secret_key":"SK"}}
            """,
            client.Last.Body);
        Assert.Null(specification.Destination.Topics);

        IReadOnlyList<SinkTask> listed = await sinks.List(connector, new(1, 2)).ToListAsync(Stop);
        Assert.Equal(["clicks-archive", "dump-1"], listed.Select(task => task.ToString()));
        Assert.All(listed, task => Assert.Equal((connector, "test"), (task.ConnectorId, task.Context)));
        Assert.Null(listed[1].Destination);

        SinkTask read = await sinks.GetAsync(connector, id, cancellationToken: Stop);
        Assert.Equal((id, "b", TimeSpan.FromSeconds(30)), (read.TaskId, read.Destination!.BucketName, read.Destination.DeliverInterval));
        Assert.Null(read.Progress);

        await sinks.DeleteAsync(connector, id, Stop);
        Assert.DoesNotContain(await sinks.List(connector).ToListAsync(Stop), task => task.TaskId == id);
    }

    [Fact]
    public async Task Progress_sent_as_text_is_read_as_numbers()
    {
        using EmulatedClient client = new();
        string connector = (await client.FindAsync("kafka-prod")).ConnectorId!;
        SinkTask paused = await client.Client.SinkTasks.List(connector).FirstAsync(task => task.Status == "PAUSED", Stop);

        SinkTask read = await client.Client.SinkTasks.GetAsync(connector, paused.TaskId!, withProgress: true, Stop);

        Assert.EndsWith("?topic-info=true", client.Last.Target, StringComparison.Ordinal);
        SinkTaskTopic topic = Assert.Single(read.Progress!);
        Assert.Equal(("audit-log", 21L, 3), (topic.Topic, topic.Lag, topic.Partitions!.Length));
        Assert.Equal((0, 1017L, 1024L, 7L, "PAUSED"), (topic.Partitions[0].Partition, topic.Partitions[0].LastTransferOffset, topic.Partitions[0].EndOffset, topic.Partitions[0].Lag, topic.Partitions[0].Status));
    }

    [Fact]
    public async Task The_quota_is_raised_and_read_from_the_list()
    {
        using EmulatedClient client = new();
        string connector = (await client.FindAsync("kafka-analytics")).ConnectorId!;

        SinkTaskQuota before = await client.Client.SinkTasks.GetQuotaAsync(connector, Stop);
        await client.Client.SinkTasks.SetQuotaAsync(connector, 12, Stop);
        Assert.Equal("""{"sink_max_tasks":12}""", client.Last.Body);

        Assert.Equal((1, 9, 18, "1 of 9"), (before.TaskCount, before.TaskLimit, before.LargestTaskLimit, before.ToString()));
        Assert.Equal(12, (await client.Client.SinkTasks.GetQuotaAsync(connector, Stop)).TaskLimit);
    }
}

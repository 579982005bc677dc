using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Json;

namespace HuaweiDms.Client.Tests.Cluster;

/// <summary>Brokers, coordinators and disk usage.</summary>
public sealed class ClusterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("66G", 66L << 30)]
    [InlineData("53M", 53L << 20)]
    [InlineData("12K", 12L << 10)]
    [InlineData("8.0K", 8L << 10)]
    [InlineData("1.5t", 3L << 39)]
    [InlineData("7B", 7L)]
    [InlineData("8.0 KiB", 8L << 10)]
    [InlineData("2GB", 2L << 30)]
    [InlineData("1024", 1024L)]
    [InlineData("0", 0L)]
    [InlineData("99999999999E", long.MaxValue)]
    [InlineData("", null)]
    [InlineData("much", null)]
    [InlineData("-1G", null)]
    [InlineData("G", null)]
    [InlineData(null, null)]
    public void A_size_is_read_in_bytes(string? text, long? bytes) => Assert.Equal(bytes, ByteSizeConverter.Parse(text));

    [Theory]
    [InlineData(0L, "0K")]
    [InlineData(1L, "1K")]
    [InlineData(1025L, "2K")]
    [InlineData(1L << 20, "1M")]
    [InlineData(1536L << 20, "1536M")]
    [InlineData(1L << 40, "1024G")]
    public void A_size_is_sent_in_the_largest_whole_unit(long bytes, string text) => Assert.Equal(text, ByteSizeConverter.Format(bytes));

    [Fact]
    public async Task The_documented_disks_are_read_as_numbers()
    {
        using ScriptedClient client = new(options => options.Name = "c");
        client.Then(Responses.Documented("ShowKafkaTopicPartitionDiskusage"));

        DiskUsage broker = Assert.Single(await client.RunAsync(it => it.Cluster.ListDiskUsageAsync("i", cancellationToken: Stop)));

        Assert.Equal(("c", "i", "broker-0"), (broker.Context, broker.InstanceId, broker.Broker));
        Assert.Equal((66L << 30, 53L << 20, 63L << 30, 1.0), (broker.SizeBytes, broker.UsedBytes, broker.FreeBytes, broker.UsedPercent));
        Assert.Equal((12L << 10, 2, 1.7339533025568183e-05), (broker.Partitions![0].SizeBytes, broker.Partitions[0].Partition, broker.Partitions[0].UsedPercent));
        Assert.Equal(8L << 10, broker.Partitions[^1].SizeBytes);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("\"a lot\"")]
    public async Task An_invalid_size_does_not_affect_other_fields(string size)
    {
        using ScriptedClient client = new();
        client.Then(Responses.Json($$"""{"broker_list":[{"broker_name":"b","data_disk_size":{{size}},"data_disk_use_percentage":"{{"7%"}}"}]}"""));

        DiskUsage broker = Assert.Single(await client.RunAsync(it => it.Cluster.ListDiskUsageAsync("i", cancellationToken: Stop)));

        Assert.Equal((null, "b", 7.0), (broker.SizeBytes, broker.Broker, broker.UsedPercent));
    }

    [Fact]
    public async Task The_filter_is_sent_in_the_documented_format_and_applied()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;

        IReadOnlyList<DiskUsage> brokers = await client.Client.Cluster.ListDiskUsageAsync(id, new() { MinimumBytes = 1L << 20, Top = 2, Percent = 0.5 }, Stop);

        Assert.EndsWith("/topics/diskusage?minSize=1M&percentage=0.5&top=2", SortedQuery(client.Last.Target), StringComparison.Ordinal);
        Assert.All(brokers, broker => Assert.Equal(2, broker.Partitions!.Length));
        Assert.All(brokers.SelectMany(broker => broker.Partitions!), partition => Assert.True(partition.UsedPercent > 0.5));
    }

    [Fact]
    public async Task Null_partitions_on_a_disk_are_ignored()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(
            """{"broker_list":[null,{"broker_name":"broker-0","data_disk_size":"66G","topic_list":[null,{"topic_name":"a","topic_partition":"0","size":"1G"}]}]}"""));

        IReadOnlyList<DiskUsage> brokers = await client.RunAsync(it => it.Cluster.ListDiskUsageAsync("i-1", cancellationToken: Stop));

        Assert.Equal("a", Assert.Single(Assert.Single(brokers).Partitions!).Topic);
        Assert.Equal("a", Assert.Single(TopicDiskUsage.Of(brokers)).Topic);
    }

    [Fact]
    public async Task Topic_sizes_are_added_up_over_all_brokers()
    {
        using EmulatedClient client = new();
        Instance instance = await client.FindAsync("kafka-prod");

        IReadOnlyList<TopicDiskUsage> topics = TopicDiskUsage.Of(
            await client.Client.Cluster.ListDiskUsageAsync(instance.InstanceId!, cancellationToken: Stop));

        Assert.Equal(["orders", "payments", "audit-log", "clicks"], topics.Select(topic => topic.Topic));
        Assert.All(topics, topic => Assert.Equal((instance.InstanceId, "test", 3), (topic.InstanceId, topic.Context, topic.Brokers.Length)));
        Assert.Equal((6, 18), (topics[0].PartitionCount, topics[0].ReplicaCount));
        Assert.InRange(topics.Sum(topic => topic.SizeBytes) / (double)(1L << 30), 600, 660);
        Assert.Empty(TopicDiskUsage.Of([]));
    }

    [Fact]
    public async Task A_cluster_reports_its_state()
    {
        using EmulatedClient client = new();
        Instance instance = await client.FindAsync("kafka-prod");
        HuaweiDms.Cluster cluster = await client.Client.Cluster.GetAsync(instance.InstanceId!, Stop);
        Assert.Equal((2, 3, 34, 102, true), (cluster.ControllerId, cluster.Brokers!.Length, cluster.PartitionCount, cluster.ReplicaCount, cluster.IsHealthy));
        Assert.True(cluster.Brokers[2].IsController);
        Assert.Equal("0 192.168.0.4:9093", cluster.Brokers[0].ToString());

        IReadOnlyList<Coordinator> coordinators = await client.Client.Cluster.ListCoordinatorsAsync(instance.InstanceId!, Stop);
        Assert.Equal(cluster.ConsumerGroupCount, coordinators.Count);
        Assert.All(coordinators, each => Assert.Equal(cluster.Brokers[each.BrokerId!.Value].Host, each.Host));
    }

    [Theory]
    [InlineData("""{"cluster":{"partitions_count":9,"online_partitions_count":8,"replicas_count":9,"isr_replicas_count":9}}""")]
    [InlineData("""{"cluster":{"replicas_count":9,"isr_replicas_count":8}}""")]
    [InlineData("""{"cluster":{"brokers":[{"is_health":"false"}]}}""")]
    public async Task An_unhealthy_cluster_is_reported(string response)
    {
        using ScriptedClient client = new();
        client.Then(Responses.Json(response));

        Assert.False((await client.RunAsync(it => it.Cluster.GetAsync("i", Stop))).IsHealthy);
    }

    private static string SortedQuery(string target)
    {
        string[] parts = target.Split('?');
        return parts[0] + "?" + string.Join('&', parts[1].Split('&').Order(StringComparer.Ordinal));
    }
}

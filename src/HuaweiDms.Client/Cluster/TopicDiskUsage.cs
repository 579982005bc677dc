namespace HuaweiDms;

/// <summary>The space a topic takes on all brokers of an instance, replicas included.</summary>
public sealed class TopicDiskUsage : InstanceResource
{
    /// <summary>
    /// The least size of the partitions to ask for where sizes of topics are wanted, in bytes: the service would leave out those under
    /// 1 GB each, and with them whole topics (5.2.10). What is smaller than this adds nothing to a sum.
    /// </summary>
    public const long UsualMinimumBytes = 1L << 20;

    /// <summary>The topic.</summary>
    public string? Topic { get; set; }

    /// <summary>The space of all its replicas in bytes.</summary>
    public long SizeBytes { get; set; }

    /// <summary>The space in percent of all disks of the instance together.</summary>
    public double UsedPercent { get; set; }

    /// <summary>How many of its partitions were told of.</summary>
    public int PartitionCount { get; set; }

    /// <summary>How many replicas of them were told of.</summary>
    public int ReplicaCount { get; set; }

    /// <summary>The brokers they lie on.</summary>
    public string[] Brokers { get; set; } = [];

    /// <summary>Adds up by topic what was told by broker, the largest first.</summary>
    /// <param name="brokers">All brokers of one instance.</param>
    public static IReadOnlyList<TopicDiskUsage> Of(IReadOnlyList<DiskUsage> brokers)
    {
        decimal space = Math.Max(brokers.Sum(broker => (decimal)(broker.SizeBytes ?? 0)), 1);
        var replicas = brokers.SelectMany(broker => broker.Partitions ?? [], (broker, partition) => (Disk: broker, Replica: partition));
        return
        [
            .. replicas.GroupBy(found => found.Replica.Topic, StringComparer.Ordinal).Select(topic =>
            {
                long size = topic.Total(found => found.Replica.SizeBytes);
                return new TopicDiskUsage
                {
                    Context = topic.First().Disk.Context,
                    InstanceId = topic.First().Disk.InstanceId,
                    Instance = topic.First().Disk.Instance,
                    Topic = topic.Key,
                    SizeBytes = size,
                    UsedPercent = (double)(size * 100 / space),
                    PartitionCount = topic.Select(found => found.Replica.Partition).Distinct().Count(),
                    ReplicaCount = topic.Count(),
                    Brokers = [.. topic.Select(found => found.Disk.Broker).OfType<string>().Distinct(StringComparer.Ordinal)],
                };
            }).OrderByDescending(topic => topic.SizeBytes),
        ];
    }

    /// <summary>The topic.</summary>
    public override string ToString() => Topic ?? string.Empty;
}

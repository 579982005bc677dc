namespace HuaweiDms;

/// <summary>The space that a topic occupies on all brokers of an instance, including its replicas.</summary>
public sealed class TopicDiskUsage : InstanceResource
{
    /// <summary>
    /// The minimum size of the partitions to request for topic sizes, in bytes. By default the service omits partitions below 1 GB, and
    /// with them whole topics (5.2.10). Smaller partitions add nothing significant to a sum.
    /// </summary>
    public const long UsualMinimumBytes = 1L << 20;

    /// <summary>The name of the topic.</summary>
    public string? Topic { get; set; }

    /// <summary>The size of all replicas of the topic, in bytes.</summary>
    public long SizeBytes { get; set; }

    /// <summary>The size, as a percentage of all disks of the instance together.</summary>
    public double UsedPercent { get; set; }

    /// <summary>The number of its partitions that the service reported.</summary>
    public int PartitionCount { get; set; }

    /// <summary>The number of its replicas that the service reported.</summary>
    public int ReplicaCount { get; set; }

    /// <summary>The brokers that hold the replicas.</summary>
    public string[] Brokers { get; set; } = [];

    /// <summary>Adds up the reported sizes by topic, largest first.</summary>
    /// <param name="brokers">All brokers of one instance.</param>
    public static IReadOnlyList<TopicDiskUsage> Of(IReadOnlyList<DiskUsage> brokers)
    {
        decimal space = Math.Max(brokers.Sum(broker => (decimal)(broker.SizeBytes ?? 0)), 1);
        IEnumerable<(DiskUsage Disk, PartitionDiskUsage Replica)> replicas
            = brokers.SelectMany(broker => broker.Partitions ?? [], (broker, partition) => (Disk: broker, Replica: partition));
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

    /// <summary>Returns the topic.</summary>
    public override string ToString() => Topic ?? string.Empty;
}

using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Cluster;

/// <summary>
/// What lies on the disks of an instance. Everything that speaks of topics without being a call about topics asks here:
/// disk usage, cluster, metric hierarchy. It follows from the instance's own figures, so that they agree with each other.
/// </summary>
internal static class Footprint
{
    private const long GB = 1L << 30;
    private const long SmallestBytes = 8 << 10;

    /// <summary>Topics with their partitions and their part of the space in use, in hundredths.</summary>
    private static readonly (string Topic, int Partitions, int Share)[] Layout =
    [
        ("orders", 6, 46), ("payments", 3, 27), ("audit-log", 3, 18), ("clicks", 6, 9), ("__consumer_offsets", 8, 0), ("__trace", 8, 0),
    ];

    private static readonly (string Group, string[] Topics)[] Groups =
    [
        ("billing", ["orders", "payments"]), ("fulfilment", ["orders"]), ("reporting", ["audit-log", "clicks"]),
    ];

    /// <summary>Every replica on every broker. An instance that nobody has written to has the service's own topics alone.</summary>
    public static IReadOnlyList<TopicReplica> Of(KafkaInstance instance)
    {
        int copies = Math.Min(3, instance.BrokerCount);
        return
        [
            .. from topic in Layout
               where topic.Share == 0 || instance.UsedStorageGB > 0
               from partition in Enumerable.Range(0, topic.Partitions)
               from copy in Enumerable.Range(0, copies)
               let bytes = instance.UsedStorageGB * GB / 100 * topic.Share / topic.Partitions / copies
               select new TopicReplica(topic.Topic, partition, (partition + copy) % instance.BrokerCount, Math.Max(bytes, SmallestBytes)),
        ];
    }

    /// <summary>The groups that read from the instance, with their topics.</summary>
    public static IReadOnlyList<(string Group, string[] Topics)> ConsumerGroupsOf(KafkaInstance instance)
        => instance.UsedStorageGB > 0 ? Groups : [];

    /// <summary>The disk of each broker.</summary>
    public static long DiskBytesOf(KafkaInstance instance) => instance.TotalStorageGB * GB / instance.BrokerCount;

    public static double PercentOf(long bytes, long diskBytes) => bytes * 100.0 / Math.Max(diskBytes, 1);

    public static string BrokerName(int broker) => FormattableString.Invariant($"broker-{broker}");
}

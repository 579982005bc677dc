using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Cluster;

/// <summary>Disk space used by an instance, per replica.</summary>
internal static class DiskUsage
{
    private const long GB = 1L << 30;

    /// <summary>Every replica on every broker.</summary>
    public static IReadOnlyList<TopicReplica> Of(KafkaInstance instance)
        =>
        [
            .. from topic in instance.Topics
               from partition in topic.Partitions
               from broker in partition.Replicas
               select new TopicReplica(topic.Name, partition.Number, broker, partition.BytesOn(broker)),
        ];

    /// <summary>The space used by all replicas together, in GB.</summary>
    public static int UsedGBOf(KafkaInstance instance) => (int)Math.Round(Of(instance).Sum(replica => (double)replica.Bytes) / GB);

    /// <summary>The disk size of each broker.</summary>
    public static long DiskBytesOf(KafkaInstance instance) => instance.TotalStorageGB * GB / instance.BrokerCount;

    public static double PercentOf(long bytes, long diskBytes) => bytes * 100.0 / Math.Max(diskBytes, 1);

    public static string BrokerName(int broker) => FormattableString.Invariant($"broker-{broker}");
}

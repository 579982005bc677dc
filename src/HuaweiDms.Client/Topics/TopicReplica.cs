namespace HuaweiDms;

/// <summary>What one broker keeps of a partition, and how the partition is (5.5.8).</summary>
public sealed class TopicReplica : TopicResource
{
    /// <summary>The partition's number.</summary>
    public int? Partition { get; set; }

    /// <summary>The broker that keeps the replica. The first of a partition is to be its leader.</summary>
    public int? Broker { get; set; }

    /// <summary>Whether clients read and write here.</summary>
    public bool IsLeader { get; set; }

    /// <summary>Whether it keeps up with the leader.</summary>
    public bool InSync { get; set; }

    /// <summary>Bytes on the broker's disk.</summary>
    public long? SizeBytes { get; set; }

    /// <summary>How many messages it is behind.</summary>
    public long? Lag { get; set; }

    /// <summary>The offset of the partition's earliest message.</summary>
    public long? StartOffset { get; set; }

    /// <summary>The offset that the partition's next message gets.</summary>
    public long? EndOffset { get; set; }

    /// <summary>Up to where all replicas that keep up have the partition; consumers see no more.</summary>
    public long? HighWatermark { get; set; }

    /// <summary>When something was last written to the partition; null where nothing was.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The groups that read the topic.</summary>
    public string[] ConsumerGroups { get; set; } = [];

    /// <summary>Topic, partition and broker.</summary>
    public override string ToString() => $"{Topic}-{Partition} on {Broker}";
}

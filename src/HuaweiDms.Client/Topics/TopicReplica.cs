namespace HuaweiDms;

/// <summary>A replica of a partition on one broker, with the state of the partition (5.5.8).</summary>
public sealed class TopicReplica : TopicResource
{
    /// <summary>The partition number.</summary>
    public int? Partition { get; set; }

    /// <summary>The broker that holds the replica. The first replica of a partition is on its preferred leader.</summary>
    public int? Broker { get; set; }

    /// <summary>Whether the replica is the leader, which clients read and write.</summary>
    public bool IsLeader { get; set; }

    /// <summary>Whether the replica is in sync with the leader.</summary>
    public bool InSync { get; set; }

    /// <summary>The size on the disk of the broker, in bytes.</summary>
    public long? SizeBytes { get; set; }

    /// <summary>The number of messages by which it is behind the leader.</summary>
    public long? Lag { get; set; }

    /// <summary>The offset of the earliest message of the partition.</summary>
    public long? StartOffset { get; set; }

    /// <summary>The offset that the next message of the partition will get.</summary>
    public long? EndOffset { get; set; }

    /// <summary>The offset up to which all in-sync replicas have the messages; consumers see only messages before it.</summary>
    public long? HighWatermark { get; set; }

    /// <summary>The time of the last write to the partition; null if nothing was written.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The groups that read the topic.</summary>
    public string[] ConsumerGroups { get; set; } = [];

    /// <summary>Returns the topic, the partition and the broker.</summary>
    public override string ToString() => $"{Topic}-{Partition} on {Broker}";
}

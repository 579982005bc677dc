namespace HuaweiDms;

/// <summary>A reassignment of partitions, or the estimate of its duration (5.2.11).</summary>
public sealed class PartitionReassignment : InstanceResource
{
    /// <summary>The topics whose partitions move.</summary>
    public string[] Topics { get; set; } = [];

    /// <summary>The id of the background task; null for an estimate.</summary>
    public string? TaskId { get; set; }

    /// <summary>The scheduled time; null to start immediately.</summary>
    public DateTimeOffset? ScheduledAt { get; set; }

    /// <summary>The maximum rate in MB per second; null for no limit.</summary>
    public int? ThrottleMBps { get; set; }

    /// <summary>The duration that the service estimates; null if no estimate was requested.</summary>
    public TimeSpan? EstimatedTime { get; set; }

    /// <summary>The plan, as it was sent. It can be used as a plan again.</summary>
    public TopicReassignment[] Plan { get; set; } = [];

    /// <summary>
    /// The replicas of the partitions that move, before the change: a plan for the way back. Empty if they were not read; only removing
    /// replicas from brokers reads them.
    /// </summary>
    public TopicReplica[] Previous { get; set; } = [];

    /// <summary>Returns the topics.</summary>
    public override string ToString() => string.Join(", ", Topics);
}

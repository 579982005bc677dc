namespace HuaweiDms;

/// <summary>Partitions on their way to other brokers, or how long the way would be (5.2.11).</summary>
public sealed class PartitionReassignment : InstanceResource
{
    /// <summary>The topics whose partitions move.</summary>
    public string[] Topics { get; set; } = [];

    /// <summary>The background task; null where only an estimate was asked for.</summary>
    public string? TaskId { get; set; }

    /// <summary>When it begins; null for at once.</summary>
    public DateTimeOffset? ScheduledAt { get; set; }

    /// <summary>Megabytes a second that are moved at most; null where nobody set a limit.</summary>
    public int? ThrottleMBps { get; set; }

    /// <summary>How long the service thinks it takes; null where it was not asked.</summary>
    public TimeSpan? EstimatedTime { get; set; }

    /// <summary>What goes where, as it was sent. It can be used as a plan itself.</summary>
    public TopicReassignment[] Plan { get; set; } = [];

    /// <summary>
    /// The replicas of the partitions that move, as they were before: a plan that leads back. None where they were not read, which only
    /// taking replicas off brokers needs.
    /// </summary>
    public TopicReplica[] Previous { get; set; } = [];

    /// <summary>The topics.</summary>
    public override string ToString() => string.Join(", ", Topics);
}

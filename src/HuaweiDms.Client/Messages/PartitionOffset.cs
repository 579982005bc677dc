namespace HuaweiDms;

/// <summary>Where the log of a partition begins and ends (5.8.4, 5.8.5).</summary>
public sealed class PartitionOffset : TopicResource
{
    /// <summary>The partition.</summary>
    public int? Partition { get; set; }

    /// <summary>The offset of the earliest message, or of the next one where there is none.</summary>
    public long? StartOffset { get; set; }

    /// <summary>The offset that the next message gets.</summary>
    public long? EndOffset { get; set; }

    /// <summary>How many messages there are; fewer in a topic that is compacted.</summary>
    public long? MessageCount => EndOffset - StartOffset;

    /// <summary>When the earliest message was produced; null where there is none.</summary>
    public DateTimeOffset? FirstMessageAt { get; set; }

    /// <summary>When the latest message was produced; null where there is none.</summary>
    public DateTimeOffset? LastMessageAt { get; set; }

    /// <summary>Partition and offsets.</summary>
    public override string ToString() => $"{Topic}-{Partition} {StartOffset}..{EndOffset}";
}

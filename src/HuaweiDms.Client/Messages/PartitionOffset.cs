namespace HuaweiDms;

/// <summary>The start and end offset of a partition (5.8.4, 5.8.5).</summary>
public sealed class PartitionOffset : TopicResource
{
    /// <summary>The partition number.</summary>
    public int? Partition { get; set; }

    /// <summary>The offset of the earliest message or, if there is none, of the next one.</summary>
    public long? StartOffset { get; set; }

    /// <summary>The offset that the next message will get.</summary>
    public long? EndOffset { get; set; }

    /// <summary>The number of messages; compacted topics contain fewer.</summary>
    public long? MessageCount => EndOffset - StartOffset;

    /// <summary>The time when the earliest message was produced; null if there is none.</summary>
    public DateTimeOffset? FirstMessageAt { get; set; }

    /// <summary>The time when the latest message was produced; null if there is none.</summary>
    public DateTimeOffset? LastMessageAt { get; set; }

    /// <summary>Returns the partition and its offsets.</summary>
    public override string ToString() => $"{Topic}-{Partition} {StartOffset}..{EndOffset}";
}

namespace HuaweiDms;

/// <summary>
/// The target of an offset reset (5.6.5). It is absolute, so that a request that is sent twice does no harm. The service moves an offset
/// that is out of range to the nearest end.
/// </summary>
public sealed class OffsetReset
{
    private OffsetReset()
    {
    }

    /// <summary>The topic; null for all topics in which the group has offsets.</summary>
    public string? Topic { get; private init; }

    /// <summary>The partition; null for all partitions of the topic.</summary>
    public int? Partition { get; private init; }

    /// <summary>The offset; null if the target is a time.</summary>
    public long? Offset { get; private init; }

    /// <summary>The time; the first message at or after it is read next. Null if the target is an offset.</summary>
    public DateTimeOffset? Time { get; private init; }

    /// <summary>Creates a reset to an offset.</summary>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="partition">The partition; null for all partitions of the topic.</param>
    /// <param name="offset">The offset of the next message to read.</param>
    public static OffsetReset ToOffset(string topic, int? partition, long offset) => new() { Topic = topic, Partition = partition, Offset = offset };

    /// <summary>Creates a reset to the first message at or after a time, which the service finds.</summary>
    /// <param name="topic">The topic; null for all topics in which the group has offsets, which a background task resets.</param>
    /// <param name="partition">The partition; null for all partitions of the topic.</param>
    /// <param name="time">The time.</param>
    public static OffsetReset ToTime(string? topic, int? partition, DateTimeOffset time) => new() { Topic = topic, Partition = partition, Time = time };

    /// <summary>Returns the partitions and their target.</summary>
    public override string ToString()
        => $"{Topic ?? "all topics"}{(Partition is { } number ? $"/{number}" : string.Empty)} to {(Time is { } time ? time.ToString("O") : Offset)}";
}

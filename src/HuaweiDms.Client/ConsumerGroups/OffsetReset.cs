namespace HuaweiDms;

/// <summary>
/// Where offsets are to be reset to (5.6.5): absolute, so that a request that is sent twice does no harm. The service moves
/// what is out of range to the nearest end.
/// </summary>
public sealed class OffsetReset
{
    private OffsetReset()
    {
    }

    /// <summary>The topic; null for all that the group has offsets in.</summary>
    public string? Topic { get; private init; }

    /// <summary>The partition; null for all of the topic.</summary>
    public int? Partition { get; private init; }

    /// <summary>The offset; null where it is a time.</summary>
    public long? Offset { get; private init; }

    /// <summary>The time: the first message from then on is read next; null where it is an offset.</summary>
    public DateTimeOffset? Time { get; private init; }

    /// <summary>To an offset.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="partition">The partition; null for all of the topic.</param>
    /// <param name="offset">The offset of the message that is to be read next.</param>
    public static OffsetReset ToOffset(string topic, int? partition, long offset) => new() { Topic = topic, Partition = partition, Offset = offset };

    /// <summary>To the first message from a time on, which the service finds.</summary>
    /// <param name="topic">The topic; null for all that the group has offsets in: a background task does that.</param>
    /// <param name="partition">The partition; null for all of the topic.</param>
    /// <param name="time">The time.</param>
    public static OffsetReset ToTime(string? topic, int? partition, DateTimeOffset time) => new() { Topic = topic, Partition = partition, Time = time };

    /// <summary>What is reset to where.</summary>
    public override string ToString()
        => $"{Topic ?? "all topics"}{(Partition is { } number ? $"/{number}" : string.Empty)} to {(Time is { } time ? time.ToString("O") : Offset)}";
}

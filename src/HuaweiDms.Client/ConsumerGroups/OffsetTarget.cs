namespace HuaweiDms;

/// <summary>The target of an offset reset, as requested by the user.</summary>
internal sealed class OffsetTarget
{
    private OffsetTarget(OffsetTargetKind kind) => Kind = kind;

    public static OffsetTarget Earliest { get; } = new(OffsetTargetKind.Earliest);

    public static OffsetTarget Latest { get; } = new(OffsetTargetKind.Latest);

    public static OffsetTarget Current { get; } = new(OffsetTargetKind.Current);

    public OffsetTargetKind Kind { get; }

    /// <summary>The offset, or the number of messages to shift by.</summary>
    public long Number { get; private init; }

    public DateTimeOffset Time { get; private init; }

    public static OffsetTarget At(long offset) => new(OffsetTargetKind.Offset) { Number = offset };

    public static OffsetTarget By(long messages) => new(OffsetTargetKind.Shift) { Number = messages };

    public static OffsetTarget From(DateTimeOffset time) => new(OffsetTargetKind.Time) { Time = time };

    /// <summary>Returns the target as the continuation of "reset offsets".</summary>
    public override string ToString()
        => Kind switch
        {
            OffsetTargetKind.Earliest => "to the earliest message",
            OffsetTargetKind.Latest => "to the end",
            OffsetTargetKind.Offset => FormattableString.Invariant($"to {Number}"),
            OffsetTargetKind.Time => FormattableString.Invariant($"to the first message at or after {Time.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}"),
            OffsetTargetKind.Shift => FormattableString.Invariant($"by {Number}"),
            _ => "to the committed offsets",
        };

    /// <summary>Whether another target requests the same.</summary>
    public bool IsSameAs(OffsetTarget other) => (Kind, Number, Time) == (other.Kind, other.Number, other.Time);
}

/// <summary>The kinds of targets.</summary>
internal enum OffsetTargetKind
{
    Earliest,
    Latest,
    Offset,
    Time,
    Shift,
    Current,
}

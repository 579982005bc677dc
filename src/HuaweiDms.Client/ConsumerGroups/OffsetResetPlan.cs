using System.Globalization;

namespace HuaweiDms;

/// <summary>
/// One partition of an offset reset: where the group stands, where it is to go, and what became of it. It holds plain values
/// only, so that a file can hold it and somebody else can carry it out.
/// </summary>
public sealed class OffsetResetPlan
{
    /// <summary>The group.</summary>
    public string? ConsumerGroup { get; set; }

    /// <summary>The topic.</summary>
    public string? Topic { get; set; }

    /// <summary>The partition's number; null where there is no such topic.</summary>
    public int? Partition { get; set; }

    /// <summary>Offset of the message that would be read next without the reset; null where none is committed.</summary>
    public long? CurrentOffset { get; set; }

    /// <summary>Offset of the earliest message that is kept.</summary>
    public long? StartOffset { get; set; }

    /// <summary>Offset that the next message gets.</summary>
    public long? EndOffset { get; set; }

    /// <summary>Offset of the message that is to be read next; null while only the service knows which one <see cref="TargetTime"/> leads to.</summary>
    public long? TargetOffset { get; set; }

    /// <summary>By how much the offset changes: so many messages are skipped, or replayed where it is negative.</summary>
    public long? Change => TargetOffset - CurrentOffset;

    /// <summary>Whether the target is not what was asked for but the nearest end of the partition.</summary>
    public bool Clamped { get; set; }

    /// <summary>What became of it.</summary>
    public OffsetResetStatus Status { get; set; }

    /// <summary>Why it was refused or failed; null otherwise.</summary>
    public string? Message { get; set; }

    /// <summary>
    /// The time that was asked for, where it was a time: the first message from then on is read next. A text, because whatever
    /// writes times into a file would write this one as its country does, without milliseconds.
    /// </summary>
    public string? TargetTime
    {
        get => Time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        set => Time = DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
    }

    /// <summary>The instance.</summary>
    public string? InstanceId { get; set; }

    /// <inheritdoc cref="InstanceResource.Instance"/>
    public string? Instance { get => field ?? InstanceId; set; }

    /// <summary>The name of the connection the group was read through; commands given the object go back to it.</summary>
    public string? Context { get; set; }

    /// <summary>Partition and target.</summary>
    public override string ToString()
        => FormattableString.Invariant($"{ConsumerGroup} {Topic}/{Partition}: {CurrentOffset} -> {(TargetOffset is { } offset ? offset : TargetTime)}");

    /// <summary>The same as a moment.</summary>
    internal DateTimeOffset? Time { get; set; }

    /// <summary>Marks it as impossible.</summary>
    internal OffsetResetPlan Refuse(string why)
    {
        (Status, Message) = (OffsetResetStatus.Refused, why);
        return this;
    }
}

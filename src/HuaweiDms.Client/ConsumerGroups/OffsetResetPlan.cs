using System.Globalization;

namespace HuaweiDms;

/// <summary>
/// The plan and the result of an offset reset for one partition. It holds plain values only, so that it can be saved to a file and carried
/// out later or by someone else.
/// </summary>
public sealed class OffsetResetPlan
{
    /// <summary>The name of the group.</summary>
    public string? ConsumerGroup { get; set; }

    /// <summary>The name of the topic.</summary>
    public string? Topic { get; set; }

    /// <summary>The partition number; null if the topic does not exist.</summary>
    public int? Partition { get; set; }

    /// <summary>The offset of the next message to read without the reset; null if none is committed.</summary>
    public long? CurrentOffset { get; set; }

    /// <summary>The offset of the earliest message that is retained.</summary>
    public long? StartOffset { get; set; }

    /// <summary>The offset that the next message will get.</summary>
    public long? EndOffset { get; set; }

    /// <summary>
    /// The offset of the next message to read after the reset; null while only the service knows which offset <see cref="TargetTime"/>
    /// leads to.
    /// </summary>
    public long? TargetOffset { get; set; }

    /// <summary>The change of the offset: the number of messages that are skipped, or replayed if negative.</summary>
    public long? Change => TargetOffset - CurrentOffset;

    /// <summary>Whether the target is the nearest end of the partition instead of the requested one.</summary>
    public bool Clamped { get; set; }

    /// <summary>The state of the reset.</summary>
    public OffsetResetStatus Status { get; set; }

    /// <summary>The reason for a refusal or failure; otherwise null.</summary>
    public string? Message { get; set; }

    /// <summary>
    /// The requested time, if the target is a time: the first message at or after it is read next. This is text, because exports would
    /// format a time for the culture and drop the milliseconds.
    /// </summary>
    public string? TargetTime
    {
        get => Time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        set => Time = DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
    }

    /// <summary>The instance id.</summary>
    public string? InstanceId { get; set; }

    /// <inheritdoc cref="InstanceResource.Instance"/>
    public string? Instance { get => field ?? InstanceId; set; }

    /// <summary>
    /// The name of the connection through which the group was read; commands that receive the object use the same connection.
    /// </summary>
    public string? Context { get; set; }

    /// <summary>Returns the partition and the target, as far as they are known.</summary>
    public override string ToString()
    {
        string place = FormattableString.Invariant($"{ConsumerGroup} {Topic}{(Partition is { } partition ? $"/{partition}" : string.Empty)}");
        return (TargetOffset?.ToString(CultureInfo.InvariantCulture) ?? TargetTime) is { } target
            ? FormattableString.Invariant($"{place}: {(CurrentOffset is { } current ? current : "-")} -> {target}")
            : place;
    }

    /// <summary>The requested time, as a value.</summary>
    internal DateTimeOffset? Time { get; set; }

    /// <summary>Marks the reset as impossible.</summary>
    internal OffsetResetPlan Refuse(string why)
    {
        Status = OffsetResetStatus.Refused;
        Message = why;
        return this;
    }
}

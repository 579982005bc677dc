namespace HuaweiDms;

/// <summary>A time at which many messages were produced.</summary>
public sealed class DiagnosisBurst
{
    /// <summary>The time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The amount; the reference does not name the unit.</summary>
    public required double Value { get; init; }

    /// <summary>Returns the time and the amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z: {Value}");
}

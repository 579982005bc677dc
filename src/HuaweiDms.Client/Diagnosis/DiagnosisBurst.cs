namespace HuaweiDms;

/// <summary>A moment at which much was produced.</summary>
public sealed class DiagnosisBurst
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How much. The reference does not name the unit.</summary>
    public required double Value { get; init; }

    /// <summary>Moment and value.</summary>
    public override string ToString() => FormattableString.Invariant($"{At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z: {Value}");
}

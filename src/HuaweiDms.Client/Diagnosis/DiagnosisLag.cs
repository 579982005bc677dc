namespace HuaweiDms;

/// <summary>How many messages of a partition wait to be read.</summary>
public sealed class DiagnosisLag
{
    /// <summary>The partition.</summary>
    public required int Partition { get; init; }

    /// <summary>How many messages wait.</summary>
    public required long Lag { get; init; }

    /// <summary>Partition and number.</summary>
    public override string ToString() => FormattableString.Invariant($"{Partition}: {Lag}");
}

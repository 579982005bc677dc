namespace HuaweiDms;

/// <summary>The lag of a partition.</summary>
public sealed class DiagnosisLag
{
    /// <summary>The partition number.</summary>
    public required int Partition { get; init; }

    /// <summary>The number of messages that are not read yet.</summary>
    public required long Lag { get; init; }

    /// <summary>Returns the partition and the lag.</summary>
    public override string ToString() => FormattableString.Invariant($"{Partition}: {Lag}");
}

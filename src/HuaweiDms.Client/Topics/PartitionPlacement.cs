namespace HuaweiDms;

/// <summary>The brokers that are to keep a partition.</summary>
public sealed class PartitionPlacement
{
    /// <summary>The partition's number.</summary>
    public required int Partition { get; set; }

    /// <summary>The brokers, each once; the first becomes the leader.</summary>
    public required IReadOnlyList<int> Brokers { get; set; }

    /// <summary>Partition and brokers.</summary>
    public override string ToString() => $"{Partition}: {string.Join(",", Brokers)}";
}

namespace HuaweiDms;

/// <summary>The brokers that are to hold the replicas of a partition.</summary>
public sealed class PartitionPlacement
{
    /// <summary>The partition number.</summary>
    public required int Partition { get; set; }

    /// <summary>The distinct brokers; the first becomes the leader.</summary>
    public required IReadOnlyList<int> Brokers { get; set; }

    /// <summary>Returns the partition and the brokers.</summary>
    public override string ToString() => $"{Partition}: {string.Join(",", Brokers)}";
}

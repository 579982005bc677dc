namespace HuaweiDms;

/// <summary>A position in a topic.</summary>
/// <param name="Partition">The partition number.</param>
/// <param name="Offset">The offset in the partition.</param>
public readonly record struct PartitionPosition(int Partition, long Offset);

namespace HuaweiDms;

/// <summary>A place in a topic.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Offset">The offset in it.</param>
public readonly record struct PartitionPosition(int Partition, long Offset);

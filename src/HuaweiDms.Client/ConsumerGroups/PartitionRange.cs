namespace HuaweiDms;

/// <summary>The range of offsets of a partition at the time it was read.</summary>
/// <param name="Partition">The partition number.</param>
/// <param name="Earliest">The offset of the earliest message that is retained or, if there is none, of the next one.</param>
/// <param name="Latest">The offset that the next message will get.</param>
internal sealed record PartitionRange(int Partition, long Earliest, long Latest);

/// <summary>The offset that a time leads to in a partition.</summary>
/// <param name="Offset">The first message at or after the time; the end if there is none.</param>
/// <param name="IsOutside">Whether the time is before the first message that is retained, or after the last.</param>
internal sealed record TimePosition(long Offset, bool IsOutside);

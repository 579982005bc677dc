namespace HuaweiDms;

/// <summary>The ends of a partition when it was looked at.</summary>
/// <param name="Partition">Its number.</param>
/// <param name="Earliest">Offset of the earliest message that is kept, or of the next one where none is.</param>
/// <param name="Latest">Offset that the next message gets.</param>
internal sealed record PartitionRange(int Partition, long Earliest, long Latest);

/// <summary>The offset that a time leads to in a partition.</summary>
/// <param name="Offset">The first message from then on; the end where there is none.</param>
/// <param name="IsOutside">Whether the time is before the first message that is kept, or after the last.</param>
internal sealed record TimePosition(long Offset, bool IsOutside);

using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Messages;

/// <summary>
/// Moves the beginning of a partition's log (5.8.6). The example shows the number 0 for success, so failures have the numbers
/// that Kafka's own protocol gives them.
/// </summary>
internal static class MessageDeletion
{
    public const int Done = 0;
    public const int OffsetOutOfRange = 1;
    public const int UnknownPartition = 3;
    public const int NoLeader = 5;

    /// <summary>What a request asks for: partitions and the first offsets that stay.</summary>
    public static List<(int Partition, long Offset)> Read(JsonFields body)
    {
        List<(int Partition, long Offset)> wanted = (body.Objects("partitions") ?? []).ConvertAll(each => (
            each.Integer("partition") ?? throw ServiceErrors.InvalidField("partition"),
            each.LongInteger("offset") ?? throw ServiceErrors.InvalidField("offset")));
        return wanted.Count > 0 ? wanted : throw ServiceErrors.InvalidField("partitions");
    }

    /// <summary>Deletes what is before an offset, or says by a code why not.</summary>
    public static int Apply(KafkaTopic topic, int number, long offset)
    {
        if (topic.FindPartition(number) is not { } partition)
            return UnknownPartition;
        if (!partition.HasLeader)
            return NoLeader;
        if (offset < 0 || offset > partition.EndOffset)
            return OffsetOutOfRange;
        partition.DeleteBefore(offset);
        return Done;
    }
}

using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Messages;

/// <summary>
/// Deletes messages by moving the start of a partition's log (5.8.6). The example shows the code 0 for success, so failures use
/// the error codes of Kafka's protocol.
/// </summary>
internal static class MessageDeletion
{
    public const int Done = 0;
    public const int OffsetOutOfRange = 1;
    public const int UnknownPartition = 3;
    public const int NoLeader = 5;

    /// <summary>Reads the partitions and, for each, the first offset to keep.</summary>
    public static List<(int Partition, long Offset)> Read(JsonFields body)
    {
        List<(int Partition, long Offset)> wanted = (body.Objects("partitions") ?? []).ConvertAll(each => (
            each.Integer("partition") ?? throw ServiceErrors.InvalidField("partition"),
            each.LongInteger("offset") ?? throw ServiceErrors.InvalidField("offset")));
        return wanted.Count > 0 ? wanted : throw ServiceErrors.InvalidField("partitions");
    }

    /// <summary>Deletes the messages before an offset; returns 0 or an error code.</summary>
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

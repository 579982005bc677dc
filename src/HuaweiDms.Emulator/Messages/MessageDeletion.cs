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
    public const int PolicyViolation = 44;

    public static (int Partition, int Code) Apply(KafkaTopic topic, JsonFields wanted)
    {
        int number = wanted.Integer("partition") ?? throw ServiceErrors.InvalidField("partition");
        long offset = wanted.LongInteger("offset") ?? throw ServiceErrors.InvalidField("offset");
        return (number, Apply(topic, number, offset));
    }

    private static int Apply(KafkaTopic topic, int number, long offset)
    {
        // A topic that keeps the latest message of each key and deletes nothing by age refuses this, as Kafka does.
        if (topic.Configs.TryGetValue("cleanup.policy", out string? policy) && policy == "compact")
            return PolicyViolation;
        if (topic.FindPartition(number) is not { } partition)
            return UnknownPartition;
        if (offset < 0 || offset > partition.EndOffset)
            return OffsetOutOfRange;
        partition.DeleteBefore(offset);
        return Done;
    }
}

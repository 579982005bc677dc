using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.ConsumerGroups;

/// <summary>How far a group has come in a partition that there still is.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Log">The partition.</param>
/// <param name="Offset">What the group has committed.</param>
internal sealed record Progress(string Topic, TopicPartition Log, long Offset)
{
    /// <summary>Messages that are still to be read, those that were deleted before included, as the difference of offsets has them.</summary>
    public long Lag => Math.Max(Log.EndOffset - Offset, 0);

    /// <summary>In the order of topics and partitions.</summary>
    public static IEnumerable<Progress> Of(KafkaInstance instance, ConsumerGroup group)
    {
        ILookup<string, CommittedOffset> all = group.Offsets.ToLookup(committed => committed.Topic, StringComparer.Ordinal);
        foreach (KafkaTopic topic in instance.Topics)
        {
            foreach (CommittedOffset committed in all[topic.Name].OrderBy(committed => committed.Partition))
            {
                if (topic.FindPartition(committed.Partition) is { } log)
                    yield return new(topic.Name, log, committed.Offset);
            }
        }
    }
}

using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.ConsumerGroups;

/// <summary>The progress of a group in an existing partition.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Log">The partition.</param>
/// <param name="Offset">The committed offset.</param>
internal sealed record Progress(string Topic, TopicPartition Log, long Offset)
{
    /// <summary>The end offset minus the committed offset. It includes messages that have been deleted in between.</summary>
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

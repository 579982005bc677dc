namespace HuaweiDms.PowerShell.Engine;

/// <summary>The partitions of a topic (5.5.6).</summary>
internal static class TopicPartitions
{
    /// <summary>All of them.</summary>
    public static Task<IReadOnlyList<TopicPartition>> ReadAsync(ItemReference topic, CancellationToken stop)
        => topic.Context.Client.Topics.ListPartitions(topic.Instance.Id, topic.Name).ToListAsync(stop);

    /// <summary>Their numbers.</summary>
    public static async Task<int[]> NumbersAsync(ItemReference topic, CancellationToken stop)
        => [.. (await ReadAsync(topic, stop).ConfigureAwait(false)).Select(partition => partition.Partition).OfType<int>()];

    /// <summary>How many there are; null where that is not known, as of a topic that sending creates.</summary>
    public static async Task<int?> CountAsync(ItemReference topic, CancellationToken stop)
    {
        try
        {
            await foreach (Page<TopicPartition> page in topic.Context.Client.Topics
                .ListPartitions(topic.Instance.Id, topic.Name, new(0, 1)).AsPagesAsync(stop).ConfigureAwait(false))
                return (int?)page.Total;
        }
        catch (DmsException unknown) when (unknown.Kind is DmsErrorKind.NotFound or DmsErrorKind.ServiceFailed or DmsErrorKind.PermissionDenied)
        {
            // Sending tells what is wrong, if anything is.
        }
        return null;
    }

    /// <summary>Says which partitions there are where a request about another was refused and the service does not say why; and which topic may be meant.</summary>
    public static async Task<Failure> ExplainAsync(Failure failure, DmsException refusal, ItemReference topic, int? partition, CancellationToken stop)
        => refusal.Kind == DmsErrorKind.InvalidArgument
            && partition is { } number
            && await CountAsync(topic, stop).ConfigureAwait(false) is { } count
            && number >= count
                ? failure.Advising(Format(Text.PartitionAdvice, topic.Subject, count - 1))
                : await failure.AmongTopicsAsync(topic, stop).ConfigureAwait(false);

    /// <summary>The failure of a number that no partition has.</summary>
    public static Failure NoSuchPartition(ItemReference topic, int partition, int count)
        => Failures.InvalidArgument("Partition", partition, Format(Text.PartitionOfTopicRule, topic.Subject, count - 1));
}

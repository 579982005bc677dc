namespace HuaweiDms.PowerShell.Engine;

/// <summary>The partitions of a topic (5.5.6).</summary>
internal static class TopicPartitions
{
    /// <summary>All of them.</summary>
    public static Task<IReadOnlyList<TopicPartition>> ReadAsync(ItemReference topic, CancellationToken cancellationToken)
        => topic.Context.Client.Topics.ListPartitions(topic.Instance.Id, topic.Name).ToListAsync(cancellationToken);

    /// <summary>Their numbers.</summary>
    public static async Task<int[]> NumbersAsync(ItemReference topic, CancellationToken cancellationToken)
        => [.. (await ReadAsync(topic, cancellationToken).ConfigureAwait(false)).Select(partition => partition.Partition).OfType<int>()];

    /// <summary>The number of partitions; null if unknown, for example for a topic that sending creates.</summary>
    public static async Task<int?> CountAsync(ItemReference topic, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (Page<TopicPartition> page in topic.Context.Client.Topics
                .ListPartitions(topic.Instance.Id, topic.Name, new(0, 1)).AsPagesAsync(cancellationToken).ConfigureAwait(false))
                return (int?)page.Total;
        }
        catch (DmsException unknown) when (unknown.Kind is DmsErrorKind.NotFound or DmsErrorKind.ServiceFailed or DmsErrorKind.PermissionDenied)
        {
            // If something is wrong, sending the message shows it.
        }
        return null;
    }

    /// <summary>
    /// Adds the existing partitions to the failure of a request for another one that the service did not explain, and a suggestion
    /// if the topic is missing.
    /// </summary>
    public static async Task<Failure> ExplainAsync(
        Failure failure, DmsException refusal, ItemReference topic, int? partition, CancellationToken cancellationToken)
        => refusal.Kind == DmsErrorKind.InvalidArgument
            && partition is { } number
            && await CountAsync(topic, cancellationToken).ConfigureAwait(false) is { } count
            && number >= count
                ? failure.Advising(Format(Text.PartitionAdvice, topic.Subject, count - 1))
                : await failure.AmongTopicsAsync(topic, cancellationToken).ConfigureAwait(false);

    /// <summary>The failure for a partition that does not exist.</summary>
    public static Failure NoSuchPartition(ItemReference topic, int partition, int count)
        => Failures.InvalidArgument("Partition", partition, Format(Text.PartitionOfTopicRule, topic.Subject, count - 1));
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The offset ranges of the partitions of one topic, as of the time it was read.</summary>
internal sealed class TopicRange
{
    private readonly Dictionary<int, PartitionRange> _byNumber = [];
    private readonly Dictionary<int, TopicPartition> _listed = [];

    /// <summary>Of what was read.</summary>
    public TopicRange(IReadOnlyList<TopicPartition> partitions)
    {
        All =
        [
            .. partitions.Where(partition => partition.Partition is not null)
                .OrderBy(partition => partition.Partition)
                .Select(partition => new PartitionRange(partition.Partition!.Value, partition.StartOffset ?? 0, partition.EndOffset ?? partition.StartOffset ?? 0)),
        ];
        // Of a partition that is listed twice, the first one counts.
        foreach (PartitionRange range in All)
        {
            if (!_byNumber.ContainsKey(range.Partition))
                _byNumber.Add(range.Partition, range);
        }
        foreach (TopicPartition partition in partitions)
        {
            if (partition.Partition is { } number && !_listed.ContainsKey(number))
                _listed.Add(number, partition);
        }
    }

    /// <summary>By number.</summary>
    public IReadOnlyList<PartitionRange> All { get; }

    /// <summary>The range of a partition; null if the topic has no such partition.</summary>
    public PartitionRange? Of(int partition) => _byNumber.TryGetValue(partition, out PartitionRange? range) ? range : null;

    /// <summary>A partition as the service lists it; null if the topic has no such partition.</summary>
    public TopicPartition? Listed(int partition) => _listed.TryGetValue(partition, out TopicPartition? listed) ? listed : null;
}

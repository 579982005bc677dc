namespace HuaweiDms.PowerShell.Engine;

/// <summary>The ends of the partitions of one topic, as they were when it was read.</summary>
internal sealed class TopicRange
{
    private readonly Dictionary<int, PartitionRange> _byNumber = [];

    /// <summary>Of what was read.</summary>
    public TopicRange(IReadOnlyList<TopicPartition> partitions)
    {
        Partitions = partitions;
        All =
        [
            .. partitions.Where(partition => partition.Partition is not null)
                .OrderBy(partition => partition.Partition)
                .Select(partition => new PartitionRange(partition.Partition!.Value, partition.StartOffset ?? 0, partition.EndOffset ?? partition.StartOffset ?? 0)),
        ];
        foreach (PartitionRange range in All)
            _byNumber[range.Partition] = _byNumber.TryGetValue(range.Partition, out PartitionRange? first) ? first : range;
    }

    /// <summary>As the service lists them.</summary>
    public IReadOnlyList<TopicPartition> Partitions { get; }

    /// <summary>By number.</summary>
    public IReadOnlyList<PartitionRange> All { get; }

    /// <summary>That of a partition; null where the topic has none of that number.</summary>
    public PartitionRange? Of(int partition) => _byNumber.TryGetValue(partition, out PartitionRange? range) ? range : null;
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The offset ranges of the partitions of one topic, as of the time it was read.</summary>
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

    /// <summary>The range of a partition; null if the topic has no such partition.</summary>
    public PartitionRange? Of(int partition) => _byNumber.TryGetValue(partition, out PartitionRange? range) ? range : null;
}

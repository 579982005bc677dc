using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The ends of the partitions of topics, and what times lead to in them. A topic is read once, however many groups read it.</summary>
internal sealed class TopicRanges
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<TopicPartition>>>> _topics = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<int, TimePosition>>>> _times = new(StringComparer.Ordinal);

    /// <summary>The partitions of a topic, as they were when they were first asked for.</summary>
    public async Task<IReadOnlyList<PartitionRange>> ReadAsync(ItemReference group, string topic, CancellationToken stop)
        =>
        [
            .. (await PartitionsAsync(group, topic, stop).ConfigureAwait(false))
                .Where(partition => partition.Partition is not null)
                .OrderBy(partition => partition.Partition)
                .Select(partition => new PartitionRange(partition.Partition!.Value, partition.StartOffset ?? 0, partition.EndOffset ?? partition.StartOffset ?? 0)),
        ];

    /// <summary>What a time leads to in each partition of a topic; those where only the service knows are left out.</summary>
    public Task<IReadOnlyDictionary<int, TimePosition>> FindAsync(ItemReference group, string topic, DateTimeOffset time, CancellationToken stop)
        => _times.GetOrAdd($"{Key(group, topic)}@{time.UtcTicks}", _ => new(() => SearchAsync(group, topic, time, stop))).Value;

    private Task<IReadOnlyList<TopicPartition>> PartitionsAsync(ItemReference group, string topic, CancellationToken stop)
        => _topics.GetOrAdd(Key(group, topic), _ => new(() => ListAsync(group, topic, stop))).Value;

    private static async Task<IReadOnlyList<TopicPartition>> ListAsync(ItemReference group, string topic, CancellationToken stop)
    {
        List<TopicPartition> partitions = [];
        await foreach (TopicPartition partition in group.Context.Client.Topics.ListPartitions(group.Instance.Id, topic).WithCancellation(stop).ConfigureAwait(false))
            partitions.Add(partition);
        return partitions;
    }

    /// <summary>Where nothing is kept, or nothing was written since, the end is where the service goes.</summary>
    private async Task<IReadOnlyDictionary<int, TimePosition>> SearchAsync(ItemReference group, string topic, DateTimeOffset time, CancellationToken stop)
    {
        Dictionary<int, TimePosition> found = [];
        foreach (TopicPartition partition in await PartitionsAsync(group, topic, stop).ConfigureAwait(false))
        {
            if (partition is { Partition: { } number, EndOffset: { } end } && (partition.StartOffset == end || partition.LastUpdateTime < time))
                found[number] = new(end, IsOutside: true);
        }
        return found;
    }

    private static string Key(ItemReference group, string topic) => $"{group.Context.Name}/{group.Instance.Id.ToUpperInvariant()}/{topic}";
}

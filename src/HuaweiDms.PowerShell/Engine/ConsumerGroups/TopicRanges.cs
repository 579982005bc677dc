using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads the offset ranges of topics and the offsets of times in them. A topic is read once, however many groups read it.
/// </summary>
/// <param name="throttle">Limits the requests in flight.</param>
internal sealed class TopicRanges(Throttle throttle)
{
    /// <summary>The tolerance for future times: clocks differ, and a producer can set any time.</summary>
    private static readonly TimeSpan Future = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<TopicRange>>> _topics = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<int, TimePosition>>>> _times = new(StringComparer.Ordinal);

    /// <summary>Reads the partitions of a topic; later calls return the first result.</summary>
    public Task<TopicRange> ReadAsync(ItemReference topic, CancellationToken stop)
        => _topics.GetOrAdd(
            topic.Key,
            _ => new(async () => new(await throttle.RunAsync(() => TopicPartitions.ReadAsync(topic, stop), stop).ConfigureAwait(false)))).Value;

    /// <summary>
    /// Finds the offset of a time in each partition of a topic; partitions that only the service can determine are omitted.
    /// </summary>
    public Task<IReadOnlyDictionary<int, TimePosition>> FindAsync(ItemReference topic, DateTimeOffset time, CancellationToken stop)
        => _times.GetOrAdd($"{topic.Key}@{time.UtcTicks}", _ => new(() => SearchAsync(topic, time, stop))).Value;

    private async Task<IReadOnlyDictionary<int, TimePosition>> SearchAsync(ItemReference topic, DateTimeOffset time, CancellationToken stop)
    {
        TopicRange read = await ReadAsync(topic, stop).ConfigureAwait(false);
        (int? Number, TimePosition? Position)[] found = await Task.WhenAll(read.Partitions.Select(
            async partition => (partition.Partition, await SearchAsync(topic, partition, time, stop).ConfigureAwait(false)))).ConfigureAwait(false);
        Dictionary<int, TimePosition> positions = [];
        foreach ((int? number, TimePosition? position) in found)
        {
            // A partition that is listed twice has the same result twice.
            if (number is not null && position is not null)
                positions[number.Value] = position;
        }
        return positions;
    }

    /// <summary>
    /// Finds the first message of a partition at or after a time. If no messages are retained, or none was written since, the
    /// service uses the end. On instances that cannot search messages, only the service knows the offset.
    /// </summary>
    private async Task<TimePosition?> SearchAsync(ItemReference topic, TopicPartition partition, DateTimeOffset time, CancellationToken stop)
    {
        if (partition is not { Partition: { } number, EndOffset: { } end })
            return null;
        if (partition.StartOffset == end || partition.UpdatedAt < time)
            return new(end, IsOutside: true);
        return await throttle.RunAsync(() => SearchAsync(topic, partition, number, time, stop), stop).ConfigureAwait(false);
    }

    private static async Task<TimePosition?> SearchAsync(
        ItemReference topic, TopicPartition partition, int number, DateTimeOffset time, CancellationToken stop)
    {
        try
        {
            MessagePeriod period = new(time, topic.Context.Client.UtcNow + Future);
            PagedResult<Message> messages = topic.Context.Client.Messages.ListOfPartition(
                topic.Instance.Id, topic.Name, number, period, ascending: true, new PageRange(0, MessagesApi.PageSize));
            await foreach (Message message in messages.WithCancellation(stop).ConfigureAwait(false))
                return message.Offset is { } offset ? new(offset, offset == partition.StartOffset && message.Timestamp > time) : null;
            return new(partition.EndOffset!.Value, IsOutside: true);
        }
        catch (DmsException)
        {
            return null;
        }
    }
}

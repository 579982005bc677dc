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
    private readonly ConcurrentDictionary<(string Topic, int Partition, long Time), Lazy<Task<TimePosition?>>> _times = [];

    /// <summary>Reads the partitions of a topic; later calls return the first result.</summary>
    public Task<TopicRange> ReadAsync(ItemReference topic, CancellationToken cancellationToken)
        => _topics.GetOrAdd(
            topic.Key,
            _ => new(async () => new(await throttle.RunAsync(() => TopicPartitions.ReadAsync(topic, cancellationToken), cancellationToken).ConfigureAwait(false)))).Value;

    /// <summary>
    /// Finds the offset of a time in partitions of a topic; partitions that only the service can determine are omitted. A partition is
    /// searched once, however many groups read it.
    /// </summary>
    public async Task<IReadOnlyDictionary<int, TimePosition>> FindAsync(
        ItemReference topic, IReadOnlyCollection<int> partitions, DateTimeOffset time, CancellationToken cancellationToken)
    {
        TopicRange read = await ReadAsync(topic, cancellationToken).ConfigureAwait(false);
        int[] numbers = [.. partitions.Distinct()];
        TimePosition?[] found = await Task.WhenAll(numbers.Select(SearchOnceAsync)).ConfigureAwait(false);
        Dictionary<int, TimePosition> positions = [];
        for (int place = 0; place < numbers.Length; place++)
        {
            if (found[place] is { } position)
                positions.Add(numbers[place], position);
        }
        return positions;

        Task<TimePosition?> SearchOnceAsync(int number)
            => _times.GetOrAdd((topic.Key, number, time.UtcTicks), _ => new(() => SearchAsync(topic, read.Listed(number), time, cancellationToken))).Value;
    }

    /// <summary>
    /// Finds the first message of a partition at or after a time. If no messages are retained, or none was written since, the
    /// service uses the end. On instances that cannot search messages, only the service knows the offset.
    /// </summary>
    private async Task<TimePosition?> SearchAsync(
        ItemReference topic, TopicPartition? partition, DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (partition is not { Partition: { } number, EndOffset: { } end })
            return null;
        if (partition.StartOffset == end || partition.UpdatedAt < time)
            return new(end, IsOutside: true);
        return await throttle.RunAsync(
            () => SearchMessagesAsync(topic, partition, number, time, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<TimePosition?> SearchMessagesAsync(
        ItemReference topic, TopicPartition partition, int number, DateTimeOffset time, CancellationToken cancellationToken)
    {
        try
        {
            MessagePeriod period = new(time, topic.Context.Client.UtcNow + Future);
            PagedResult<Message> messages = topic.Context.Client.Messages.ListOfPartition(
                topic.Instance.Id, topic.Name, number, period, ascending: true, new PageRange(0, MessagesApi.PageSize));
            await foreach (Message message in messages.WithCancellation(cancellationToken).ConfigureAwait(false))
                return message.Offset is { } offset ? new(offset, offset == partition.StartOffset && message.Timestamp > time) : null;
            return new(partition.EndOffset!.Value, IsOutside: true);
        }
        catch (DmsException)
        {
            return null;
        }
    }
}

using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A pipeline that reads the size and the consumer groups of topics, several in parallel, before it emits them. If these cannot be
/// read, the topic is an error and is not emitted: without groups it would look as if nobody read it.
/// </summary>
internal sealed class TopicDetails(IPipeline pipeline, DmsContext context, InstanceReference instance, int throttleLimit, string command) : PipelineDecorator(pipeline)
{
    private const string DetailedType = "HuaweiDms.Topic#Detailed";

    /// <summary>The smallest size that the service reports; smaller sizes count as nothing.</summary>
    private const long SmallestBytes = 1L << 10;

    /// <summary>The number of topics whose first message cannot be found before the search is given up.</summary>
    private const int Patience = 3;

    private readonly GroupsByTopic _groups = new(context, instance, throttleLimit);
    private Dictionary<string, long>? _sizes;
    private bool _areSizesRead;
    private int _unfound;
    private bool _isFound;
    private DmsException? _notFoundBecause;
    private bool _isWarned;

    private DmsClient Client => context.Client;

    /// <summary>Waits for its turn, so that the details of only one list are read at a time.</summary>
    public override async Task WriteAllAsync<T>(IReadOnlyList<T> items)
    {
        await TurnAsync().ConfigureAwait(false);
        Topic[] topics = [.. items.Cast<Topic>()];
        if (topics.Length > 0)
        {
            await Task.WhenAll(_groups.PrepareAsync(topics.Length, Stop), ReadSizesAsync()).ConfigureAwait(false);
        }
        await ParallelLists.WriteAsync(
            Inner,
            topics,
            throttleLimit,
            async (topic, cancellationToken) =>
            {
                // A topic without a name has no further data to read.
                if (topic.Name is { Length: > 0 })
                    topic.Add(await ReadAsync(topic, cancellationToken).ConfigureAwait(false));
                return (IReadOnlyList<Topic>)[topic];
            },
            (topic, error) => Failures.From(error, topic, command, $"{topic.Name} of {instance.Subject}"),
            EmitAsync).ConfigureAwait(false);
    }

    private async Task<bool> EmitAsync(IReadOnlyList<Topic> read)
    {
        foreach (Topic topic in read)
            PSObject.AsPSObject(topic).TypeNames.Insert(0, DetailedType);
        if (_notFoundBecause is { } why && !_isWarned)
        {
            _isWarned = true;
            Inner.WriteWarning(Format(Text.FirstMessageUnread, instance.Subject, why.Message.TrimEnd('.')));
        }
        await Inner.WriteAllAsync(read).ConfigureAwait(false);
        return true;
    }

    /// <summary>Reads the sizes of all topics with one request (5.2.10).</summary>
    private async Task ReadSizesAsync()
    {
        if (_areSizesRead)
            return;
        _areSizesRead = true;
        try
        {
            IReadOnlyList<DiskUsage> brokers = await Client.Cluster
                .ListDiskUsageAsync(instance.Id, new() { MinimumBytes = SmallestBytes }, Stop).ConfigureAwait(false);
            if (UnreadDisks.Of(brokers) is { } unread)
            {
                Inner.WriteWarning(Format(Text.TopicSizesUnread, instance.Subject, unread));
                return;
            }
            Dictionary<string, long> sizes = new(StringComparer.Ordinal);
            foreach (TopicDiskUsage topic in TopicDiskUsage.Of(brokers))
                sizes[topic.Topic ?? string.Empty] = topic.SizeBytes;
            _sizes = sizes;
        }
        catch (DmsException error)
        {
            await Inner.WriteErrorAsync(Failures.From(error, instance.Id, command, $"disk usage of {instance.Subject}")).ConfigureAwait(false);
        }
    }

    /// <summary>Sends one request after the other, so that no more are in flight than there are topics.</summary>
    private async Task<TopicUsage> ReadAsync(Topic topic, CancellationToken cancellationToken)
    {
        long count = 0;
        DateTimeOffset? last = null;
        PagedResult<TopicPartition> partitions = Client.Topics.ListPartitions(instance.Id, topic.Name!);
        await foreach (TopicPartition partition in partitions.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            count += partition.MessageCount ?? partition.EndOffset - partition.StartOffset ?? 0;
            if (last is null || partition.UpdatedAt > last)
                last = partition.UpdatedAt;
        }
        string[] groups = await _groups.OfAsync(topic.Name!, cancellationToken).ConfigureAwait(false);
        DateTimeOffset? first = count > 0 ? await FindFirstAsync(topic.Name!, cancellationToken).ConfigureAwait(false) : null;
        long? size = SizeOf(topic.Name!);
        return new()
        {
            SizeBytes = size,
            MessageCount = count,
            FirstMessageAt = first,
            LastMessageAt = last,
            ConsumerGroups = groups,
            ExpectedSizeBytes = TopicUsage.Expect(topic, size, first, Client.UtcNow),
        };
    }

    /// <summary>The size of a topic; null if the sizes could not be read. One that is not listed counts as empty.</summary>
    private long? SizeOf(string topic)
    {
        if (_sizes is null)
            return null;
        return _sizes.TryGetValue(topic, out long bytes) ? bytes : 0;
    }

    /// <summary>
    /// Finds when the first message of all partitions was produced (5.8.1). Instances that cannot search their messages only lack
    /// this value.
    /// </summary>
    private async Task<DateTimeOffset?> FindFirstAsync(string topic, CancellationToken cancellationToken)
    {
        if (!_isFound && Volatile.Read(ref _unfound) >= Patience)
            return null;
        try
        {
            MessagePeriod ever = new(DateTimeOffset.FromUnixTimeMilliseconds(0), Client.UtcNow);
            PagedResult<Message> messages = Client.Messages.List(instance.Id, topic, ever, ascending: true, new(0, 1));
            IReadOnlyList<Message> found = await messages.ToListAsync(cancellationToken).ConfigureAwait(false);
            _isFound = true;
            return found.Count > 0 ? found[0].Timestamp : null;
        }
        catch (DmsException error)
        {
            _notFoundBecause ??= error;
            Interlocked.Increment(ref _unfound);
            return null;
        }
    }
}

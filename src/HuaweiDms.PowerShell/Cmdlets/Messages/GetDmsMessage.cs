using System.Collections.Concurrent;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Reads messages of topics with their content: by time, by keyword, or by offset (5.8.1 to 5.8.3).</summary>
[Cmdlet(VerbsCommon.Get, "DmsMessage", DefaultParameterSetName = ByTime, SupportsPaging = true)]
[OutputType("HuaweiDms.Message")]
public sealed class GetDmsMessage : ThrottledListCmdlet
{
    private const string ByTime = "ByTime";
    private const string ByKeyword = "ByKeyword";
    private const string ByOffset = "ByOffset";

    private readonly HashSet<(string, int?, long?)> _seen = [];

    /// <summary>The topics that were read without -Start, and whether anything was found in them.</summary>
    private readonly ConcurrentDictionary<string, bool> _lastHour = new(StringComparer.Ordinal);

    /// <summary>How far back messages are read without -Start.</summary>
    private static readonly TimeSpan DefaultPeriod = TimeSpan.FromHours(1);

    /// <summary>How far the clock of this machine may be behind that of the service without missing the latest messages.</summary>
    private static readonly TimeSpan ClockAllowance = TimeSpan.FromMinutes(5);

    /// <summary>The topics, by name. Objects from Get-DmsTopic also supply the instance.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Topic { get; set; } = [];

    /// <summary>Only messages produced at or after this time. If omitted, one hour before the end; a warning says so if nothing is found.</summary>
    [Parameter(ParameterSetName = ByTime)]
    [Parameter(ParameterSetName = ByKeyword)]
    [Moment]
    public DateTimeOffset? Start { get; set; }

    /// <summary>Only messages produced at or before this time. If omitted, now.</summary>
    [Parameter(ParameterSetName = ByTime)]
    [Parameter(ParameterSetName = ByKeyword)]
    [Moment]
    public DateTimeOffset? End { get; set; }

    /// <summary>Only messages of this partition.</summary>
    [Parameter(ParameterSetName = ByTime, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByOffset, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    [Integer]
    public int? Partition { get; set; }

    /// <summary>The message at this offset; with -First or -Skip, the messages from this offset onwards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByOffset, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, long.MaxValue)]
    public long? Offset { get; set; }

    /// <summary>
    /// Only messages with exactly one of these keys. The list of all partitions includes the keys, so no other content is read.
    /// </summary>
    [Parameter(ParameterSetName = ByTime)]
    [ValidateNotNullOrEmpty]
    public string[]? Key { get; set; }

    /// <summary>Only messages whose content contains this text of at most 50 characters. The service finds at most ten.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByKeyword)]
    [ValidateLength(1, 50)]
    public string Keyword { get; set; } = string.Empty;

    /// <summary>Emits the oldest first instead of the newest.</summary>
    [Parameter(ParameterSetName = ByTime)]
    [Parameter(ParameterSetName = ByKeyword)]
    public SwitchParameter Ascending { get; set; }

    /// <summary>Omits the content, which saves one request per message.</summary>
    [Parameter(ParameterSetName = ByTime)]
    [Parameter(ParameterSetName = ByKeyword)]
    public SwitchParameter NoContent { get; set; }

    private protected override int ListsAtOnce => ThrottleLimit;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        (DateTimeOffset start, DateTimeOffset end) = PeriodAt(UtcNow);
        if (start > end)
            ThrowTerminatingError(Failures.PeriodEndsFirst(nameof(Start), start, end));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IEnumerable<ItemReference> topics = NamedTopics(nameof(Topic), Topic, InstanceId);
        foreach (ItemReference topic in topics.Where(topic => _seen.Add((topic.Key, Partition, Offset))))
            Keep(topic.Name, topic.Subject, Reader(topic));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (Window.IsClosed)
            return;
        foreach (string topic in _lastHour.Where(read => !read.Value).Select(read => read.Key).OrderBy(topic => topic, StringComparer.Ordinal))
        {
            string what = Key is null && ParameterSetName != ByKeyword ? "messages" : "matching messages";
            WriteWarning(Format(Text.NoneOfLastHour, what, End is null ? "the last hour" : "the hour before -End", topic));
        }
    }

    /// <summary>Notes whether anything was found. Several partitions of a topic count together.</summary>
    private void Note(ItemReference topic, bool found)
    {
        if (Start is null)
            _lastHour.AddOrUpdate(topic.Subject, found, (_, before) => before || found);
    }

    private (DateTimeOffset Start, DateTimeOffset End) PeriodAt(DateTimeOffset now)
        => End is { } end
            ? (Start ?? end - DefaultPeriod, end)
            : (Start ?? now - DefaultPeriod, now + ClockAllowance);

    /// <summary>Returns what reads one topic later; objects from the pipeline supply partition and offset.</summary>
    private Func<IPipeline, Task> Reader(ItemReference topic)
    {
        int? partition = Partition;
        if (ParameterSetName == ByOffset)
        {
            long offset = Offset!.Value;
            return pipeline => ReadAsync(topic, partition, pipeline, () => ReadByOffsetAsync(topic, partition!.Value, offset, pipeline));
        }
        return ParameterSetName == ByKeyword
            ? pipeline => ReadAsync(topic, partition, pipeline, () => ReadByKeywordAsync(topic, pipeline))
            : pipeline => ReadAsync(topic, partition, pipeline, () => ReadByTimeAsync(topic, partition, pipeline));
    }

    private async Task ReadAsync(ItemReference topic, int? partition, IPipeline pipeline, Func<Task> read)
    {
        try
        {
            await read().ConfigureAwait(false);
        }
        catch (DmsException error)
        {
            throw new FailureException(await TopicPartitions.ExplainAsync(FailureOf(topic, error), error, topic, partition, pipeline.Stop).ConfigureAwait(false));
        }
    }

    private async Task ReadByTimeAsync(ItemReference topic, int? partition, IPipeline pipeline)
    {
        (DateTimeOffset start, DateTimeOffset end) = PeriodAt(topic.Context.Client.UtcNow);
        MessagesApi messages = topic.Context.Client.Messages;
        PageRange range = await BeginAsync(pipeline, isWhole: Key is null, IsOnly).ConfigureAwait(false);
        PagedResult<Message> list = partition is { } number
            ? messages.ListOfPartition(topic.Instance.Id, topic.Name, number, new(start, end), Ascending, range)
            : messages.List(topic.Instance.Id, topic.Name, new(start, end), Ascending, range);
        Note(topic, await Output(pipeline).WriteAsync(topic, list, partition is null, total => WriteTotalAsync(pipeline, total)).ConfigureAwait(false));
    }

    private async Task ReadByKeywordAsync(ItemReference topic, IPipeline pipeline)
    {
        (DateTimeOffset start, DateTimeOffset end) = PeriodAt(topic.Context.Client.UtcNow);
        IReadOnlyList<Message> found = await topic.Context.Client.Messages
            .FindAsync(topic.Instance.Id, topic.Name, Keyword, new(start, end), Ascending, pipeline.Stop).ConfigureAwait(false);
        await WriteTotalAsync(pipeline, IsOnly ? found.Count : null).ConfigureAwait(false);
        await Output(pipeline).WriteFoundAsync(topic, found).ConfigureAwait(false);
        Note(topic, found.Count > 0);
    }

    private async Task ReadByOffsetAsync(ItemReference topic, int partition, long offset, IPipeline pipeline)
    {
        MessagesApi messages = topic.Context.Client.Messages;
        if (IsCut)
        {
            PageRange range = await BeginAsync(pipeline, isWhole: true, IsOnly).ConfigureAwait(false);
            // Offsets without a message do not count, so more may have to be read than requested.
            PagedResult<Message?> onwards = messages.ReadFrom(topic.Instance.Id, topic.Name, partition, offset, Window.IsClosed ? range : new(range.Skip, null));
            await PagedOutput.WriteAsync(
                pipeline, onwards, message => message is not null, Window, total => WriteTotalAsync(pipeline, total)).ConfigureAwait(false);
            return;
        }
        await WriteTotalAsync(pipeline, null).ConfigureAwait(false);
        if (await messages.GetAsync(topic.Instance.Id, topic.Name, partition, offset, pipeline.Stop).ConfigureAwait(false) is { } message)
        {
            await pipeline.WriteAsync(message).ConfigureAwait(false);
            return;
        }
        PartitionOffset log = await messages.GetOffsetAsync(topic.Instance.Id, topic.Name, partition, pipeline.Stop).ConfigureAwait(false);
        string advice = Format(Text.MessageOffsetAdvice, log.StartOffset, log.EndOffset - 1);
        await pipeline.WriteErrorAsync(Failures.NoMessage(offset, $"{topic.Name}-{partition}@{offset} of {topic.Instance.Subject}", advice)).ConfigureAwait(false);
    }

    private MessageOutput Output(IPipeline pipeline) => new(pipeline, Window, ThrottleLimit, hasContent: !NoContent, MessageKeys.Of(Key));
}

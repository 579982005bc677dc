namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Emits listed messages with their content, which the service returns for one message per request: reads several in parallel and
/// emits them in order.
/// </summary>
/// <param name="pipeline">Where they go.</param>
/// <param name="window">Which of them are wanted.</param>
/// <param name="throttleLimit">How many are read at once.</param>
/// <param name="hasContent">Whether messages are emitted with their content; otherwise as listed.</param>
/// <param name="keys">The requested keys; null for all messages.</param>
internal sealed class MessageOutput(IPipeline pipeline, OutputWindow window, int throttleLimit, bool hasContent, MessageKeys? keys)
{
    /// <summary>The maximum number of messages that a query over all partitions returns.</summary>
    private const int MaxOfAllPartitions = 500;

    /// <summary>The maximum number of messages that a query with a keyword returns.</summary>
    private const int MaxOfKeyword = 10;

    /// <summary>Emits a list page by page.</summary>
    /// <param name="topic">Where the messages are.</param>
    /// <param name="list">The list.</param>
    /// <param name="isOfAllPartitions">Whether the query covers all partitions, so that the service may cut it off.</param>
    /// <param name="onTotal">Receives the number of messages that the service counts.</param>
    /// <returns>Whether any of them is a requested one, even if -Skip omits it.</returns>
    public async Task<bool> WriteAsync(ItemReference topic, PagedResult<Message> list, bool isOfAllPartitions, Func<long?, Task> onTotal)
    {
        bool first = true;
        bool found = false;
        await RunAsync(topic, async reads =>
        {
            await foreach (Page<Message> page in list.AsPagesAsync(pipeline.Stop).ConfigureAwait(false))
            {
                if (first)
                {
                    await onTotal(page.Total).ConfigureAwait(false);
                    if (isOfAllPartitions && page.Total == MaxOfAllPartitions)
                        pipeline.WriteWarning(Format(Text.MessagesCutOff, MaxOfAllPartitions, topic.Subject));
                }
                found |= await AddAsync(topic, page.Items, reads).ConfigureAwait(false) > 0 || (keys is null && page.Total > 0);
                if (window.IsClosed)
                    return;
                // A command that needs only the first message stops before more are read.
                if (first)
                {
                    await reads.EmitAsync().ConfigureAwait(false);
                    await pipeline.OnPipelineThreadAsync(static () => { }).ConfigureAwait(false);
                }
                first = false;
            }
        }).ConfigureAwait(false);
        return found;
    }

    /// <summary>Emits the messages that a query with a keyword returned.</summary>
    public async Task WriteFoundAsync(ItemReference topic, IReadOnlyList<Message> messages)
    {
        await RunAsync(topic, reads => AddAsync(topic, messages, reads)).ConfigureAwait(false);
        if (messages.Count == MaxOfKeyword && !window.IsClosed)
            pipeline.WriteWarning(Format(Text.KeywordMessagesCutOff, MaxOfKeyword, topic.Subject));
    }

    /// <summary>The reads continue across pages, with as many in flight as permitted.</summary>
    private async Task RunAsync(ItemReference topic, Func<OrderedReads<Message>, Task> add)
    {
        OrderedReads<Message> reads = new(pipeline, throttleLimit, (message, error) => Failures.From(error, message, "Read", Subject(topic, message)));
        try
        {
            await add(reads).ConfigureAwait(false);
            await reads.EndAsync().ConfigureAwait(false);
        }
        finally
        {
            await reads.LeaveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Emits the requested ones of some messages, and returns how many there are without -First and -Skip.</summary>
    private async Task<int> AddAsync(ItemReference topic, IReadOnlyList<Message> messages, OrderedReads<Message> reads)
    {
        if (messages.Count == 0)
            return 0;
        await pipeline.TurnAsync().ConfigureAwait(false);
        IReadOnlyList<Message> selected = keys is null ? messages : await PickAsync(topic, messages, keys).ConfigureAwait(false);
        Message[] wanted = [.. selected.Where(_ => window.Take())];
        if (!hasContent)
        {
            await pipeline.WriteAllAsync(wanted).ConfigureAwait(false);
            return selected.Count;
        }
        foreach (Message message in wanted)
            await reads.AddAsync(message, cancellationToken => ReadAsync(topic, message, cancellationToken)).ConfigureAwait(false);
        return selected.Count;
    }

    /// <summary>Returns the messages with a requested key. A message without a key in the list is read.</summary>
    private async Task<IReadOnlyList<Message>> PickAsync(ItemReference topic, IReadOnlyList<Message> messages, MessageKeys requested)
    {
        WorkItem[] reads =
        [
            .. messages.Select(message => new WorkItem(
                Subject(topic, message),
                message,
                async inner => message.HasKey ? message : await ReadKeyAsync(topic, message, inner.Stop).ConfigureAwait(false))),
        ];
        List<Message> read = await ItemRunner.ReadAsync<Message>(pipeline, reads, "Read", throttleLimit).ConfigureAwait(false);
        return [.. read.Where(requested.Has)];
    }

    private async Task<Message> ReadKeyAsync(ItemReference topic, Message message, CancellationToken cancellationToken)
    {
        Message read = await ReadAsync(topic, message, cancellationToken).ConfigureAwait(false);
        if (hasContent)
            return read;
        message.KeyBytes = read.KeyBytes;
        return message;
    }

    private static async Task<Message> ReadAsync(ItemReference topic, Message message, CancellationToken cancellationToken)
        => await topic.Context.Client.Messages.ReadAsync(message, cancellationToken).ConfigureAwait(false)
            ?? throw new FailureException(Failures.NoMessage(message, Subject(topic, message), Text.MessageGoneAdvice));

    private static string Subject(ItemReference topic, Message message) => $"the message {message} of {topic.Instance.Subject}";
}

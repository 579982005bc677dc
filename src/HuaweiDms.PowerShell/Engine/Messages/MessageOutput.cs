namespace HuaweiDms.PowerShell.Engine;

/// <summary>Emits messages of lists with their content, which the service tells of one at a time: several are read at once, and come out in order.</summary>
/// <param name="pipeline">Where they go.</param>
/// <param name="window">Which of them are wanted.</param>
/// <param name="throttleLimit">How many are read at once.</param>
/// <param name="hasContent">Whether they come with their content; else as the list has them.</param>
/// <param name="keys">The keys that are asked for; null for all messages.</param>
internal sealed class MessageOutput(IPipeline pipeline, OutputWindow window, int throttleLimit, bool hasContent, MessageKeys? keys)
{
    /// <summary>The most messages that a query over all partitions answers, however many there are.</summary>
    private const int MostOfAllPartitions = 500;

    /// <summary>Emits a list page by page.</summary>
    /// <param name="topic">Where the messages are.</param>
    /// <param name="list">The list.</param>
    /// <param name="isOfAllPartitions">Whether it is one that the service cuts off.</param>
    /// <param name="onTotal">Takes how many messages the service counts.</param>
    public async Task WriteAsync(ItemReference topic, PagedResult<Message> list, bool isOfAllPartitions, Func<long?, Task> onTotal)
    {
        bool first = true;
        await foreach (Page<Message> page in list.AsPagesAsync(pipeline.Stop).ConfigureAwait(false))
        {
            if (first)
            {
                await onTotal(page.Total).ConfigureAwait(false);
                if (isOfAllPartitions && page.Total == MostOfAllPartitions)
                    pipeline.WriteWarning(Format(Text.MessagesCutOff, MostOfAllPartitions, topic.Subject));
            }
            first = false;
            await WriteAsync(topic, page.Items).ConfigureAwait(false);
            if (window.IsClosed)
                return;
        }
    }

    /// <summary>Emits those of some messages that are wanted.</summary>
    public async Task WriteAsync(ItemReference topic, IReadOnlyList<Message> messages)
    {
        IReadOnlyList<Message> meant = keys is null ? messages : await PickAsync(topic, messages, keys).ConfigureAwait(false);
        Message[] wanted = [.. meant.Where(_ => window.Take())];
        if (!hasContent)
        {
            await pipeline.WriteAllAsync(wanted).ConfigureAwait(false);
            return;
        }
        await RunAsync(pipeline, topic, wanted, (message, stop) => ReadAsync(topic, message, stop)).ConfigureAwait(false);
        // Whoever has enough says so before more is read.
        await pipeline.OnPipelineThreadAsync(static () => { }).ConfigureAwait(false);
    }

    /// <summary>Those that have a key that is asked for. A message whose list does not tell its key is read.</summary>
    private async Task<IReadOnlyList<Message>> PickAsync(ItemReference topic, IReadOnlyList<Message> messages, MessageKeys asked)
    {
        List<Message> told = [];
        await RunAsync(
            new Collector<Message>(pipeline, told),
            topic,
            messages,
            async (message, stop) => message.HasKey ? message : await ReadKeyAsync(topic, message, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. told.Where(asked.Has)];
    }

    private async Task<Message> ReadKeyAsync(ItemReference topic, Message message, CancellationToken stop)
    {
        Message read = await ReadAsync(topic, message, stop).ConfigureAwait(false);
        if (hasContent)
            return read;
        message.KeyBytes = read.KeyBytes;
        return message;
    }

    private Task RunAsync(IPipeline output, ItemReference topic, IEnumerable<Message> messages, Func<Message, CancellationToken, Task<Message>> read)
        => ItemRunner.RunAsync(
            output,
            [.. messages.Select(message => new WorkItem(Subject(topic, message), message, async inner => await read(message, inner.Stop).ConfigureAwait(false)))],
            "Read",
            throttleLimit);

    private static async Task<Message> ReadAsync(ItemReference topic, Message message, CancellationToken stop)
        => await topic.Context.Client.Messages.ReadAsync(message, stop).ConfigureAwait(false)
            ?? throw new FailureException(Failures.NoMessage(message, Subject(topic, message), Text.MessageGoneAdvice));

    private static string Subject(ItemReference topic, Message message) => $"the message {message} of {topic.Instance.Subject}";
}

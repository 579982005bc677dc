namespace HuaweiDms.PowerShell.Engine;

/// <summary>Emits messages of lists with their content, which the service tells of one at a time: several are read at once, and come out in order.</summary>
/// <param name="pipeline">Where they go.</param>
/// <param name="window">Which of them are wanted.</param>
/// <param name="throttleLimit">How many are read at once; null emits them as the list has them.</param>
internal sealed class MessageOutput(IPipeline pipeline, OutputWindow window, int? throttleLimit)
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
        Message[] wanted = [.. messages.Where(_ => window.Take())];
        if (throttleLimit is not { } limit)
        {
            await pipeline.WriteAllAsync(wanted).ConfigureAwait(false);
            return;
        }
        WorkItem[] items =
        [
            .. wanted.Select(message => new WorkItem(
                Subject(topic, message), message, async inner => await ReadAsync(topic, message, inner.Stop).ConfigureAwait(false))),
        ];
        await ItemRunner.RunAsync(pipeline, items, "Read", limit).ConfigureAwait(false);
        // Whoever has enough says so before more is read.
        await pipeline.OnPipelineThreadAsync(static () => { }).ConfigureAwait(false);
    }

    private static async Task<object> ReadAsync(ItemReference topic, Message message, CancellationToken stop)
        => (object?)await topic.Context.Client.Messages.ReadAsync(message, stop).ConfigureAwait(false)
            ?? throw new FailureException(Failures.NoMessage(message, Subject(topic, message), Text.MessageGoneAdvice));

    private static string Subject(ItemReference topic, Message message) => $"the message {message} of {topic.Instance.Subject}";
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Sends a batch in as few requests as the service permits and gives every item its own result.</summary>
internal static class BatchRunner
{
    /// <summary>The default number of requests in flight.</summary>
    private const int DefaultDegree = 4;

    /// <summary>Sends the items and reports each with its result, in input order among the items that may share a request.</summary>
    /// <param name="items">What to send.</param>
    /// <param name="size">The maximum number of items per request.</param>
    /// <param name="send">
    /// Sends one request for items of one connection and one instance; the results are in the order of the items.
    /// </param>
    /// <param name="fail">Creates the result of an item whose request failed.</param>
    /// <param name="report">Receives the result of an item, and the exception if the request itself failed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="degree">The maximum number of requests in flight.</param>
    public static async Task RunAsync(
        IReadOnlyList<BatchItem> items,
        int size,
        Func<IReadOnlyList<BatchItem>, CancellationToken, Task<IReadOnlyList<ActionResult>>> send,
        Func<BatchItem, ActionResult> fail,
        Func<BatchItem, ActionResult, Exception?, Task> report,
        CancellationToken cancellationToken,
        int degree = DefaultDegree)
    {
        Queue<Task<IReadOnlyList<ItemOutcome>>> underWay = new();
        try
        {
            foreach (IReadOnlyList<BatchItem> chunk in Chunks(items, size))
            {
                if (underWay.Count == degree)
                    await ReportAsync(await underWay.Dequeue().ConfigureAwait(false), report).ConfigureAwait(false);
                underWay.Enqueue(SendAsync(chunk, send, fail, cancellationToken));
            }
            while (underWay.Count > 0)
                await ReportAsync(await underWay.Dequeue().ConfigureAwait(false), report).ConfigureAwait(false);
        }
        finally
        {
            foreach (Task<IReadOnlyList<ItemOutcome>> left in underWay)
                await Task.WhenAny(left).ConfigureAwait(false);
        }
    }

    /// <summary>Emits the result of one item, and its error if it failed.</summary>
    /// <param name="pipeline">Where they go.</param>
    /// <param name="action">The action, for error messages.</param>
    /// <param name="item">The item.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="error">The exception of the request, if it failed.</param>
    public static async Task WriteAsync(IPipeline pipeline, string action, BatchItem item, ActionResult result, Exception? error)
    {
        await pipeline.WriteAsync(result).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            await pipeline.WriteErrorAsync(error is null
                ? Failures.ItemFailed(result, action, item.Subject)
                : Failures.From(error, result, action, item.Subject)).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Finds the reason of each failure. If it cannot be read now, it remains unknown: the request was answered, and a later
    /// failure must not make it look refused.
    /// </summary>
    /// <param name="results">The service's result for each item.</param>
    /// <param name="explain">Explains one result, given its index.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task ExplainAsync<T>(IReadOnlyList<T> results, Func<T, int, Task> explain, CancellationToken cancellationToken)
        where T : ActionResult
    {
        return Task.WhenAll(results.Select((result, index) => result.Succeeded ? Task.CompletedTask : TryAsync(result, index)));

        async Task TryAsync(T result, int index)
        {
            try
            {
                await explain(result, index).ConfigureAwait(false);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The service's own message must suffice.
            }
        }
    }

    private static IEnumerable<IReadOnlyList<BatchItem>> Chunks(IReadOnlyList<BatchItem> items, int size)
        => items.GroupBy(item => item.RequestKey).SelectMany(
            group => group.Select((item, index) => (item, index)).GroupBy(pair => pair.index / size, pair => pair.item).Select(chunk => chunk.ToList()));

    /// <summary>
    /// If the service refuses a whole request because of its content, the two halves are tried separately, so that one bad item
    /// does not affect the others.
    /// </summary>
    private static async Task<IReadOnlyList<ItemOutcome>> SendAsync(
        IReadOnlyList<BatchItem> chunk,
        Func<IReadOnlyList<BatchItem>, CancellationToken, Task<IReadOnlyList<ActionResult>>> send,
        Func<BatchItem, ActionResult> fail,
        CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<ActionResult> results = await send(chunk, cancellationToken).ConfigureAwait(false);
            return [.. chunk.Zip(results, (item, result) => new ItemOutcome(item, result, null))];
        }
        catch (DmsException error) when (chunk.Count > 1 && IsAboutContent(error, chunk[0]))
        {
            int half = chunk.Count / 2;
            IReadOnlyList<ItemOutcome> first = await SendAsync([.. chunk.Take(half)], send, fail, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<ItemOutcome> second = await SendAsync([.. chunk.Skip(half)], send, fail, cancellationToken).ConfigureAwait(false);
            return [.. first, .. second];
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return [.. chunk.Select(item => new ItemOutcome(item, Failed(fail(item), error), error))];
        }
    }

    /// <summary>Whether a request was refused because of its content, so that a part of it might succeed.</summary>
    /// <param name="error">The refusal.</param>
    /// <param name="item">One of the items; a busy instance is busy for all items inside it.</param>
    public static bool IsAboutContent(DmsException error, BatchItem? item = null)
        => error.StatusCode is 400 or 404 or 409
            && (error.Kind is DmsErrorKind.InvalidArgument or DmsErrorKind.NotFound || (error.Kind == DmsErrorKind.Busy && item?.Within is null));

    private static ActionResult Failed(ActionResult result, Exception error)
    {
        result.Fail(error);
        return result;
    }

    private static async Task ReportAsync(IReadOnlyList<ItemOutcome> outcomes, Func<BatchItem, ActionResult, Exception?, Task> report)
    {
        foreach (ItemOutcome outcome in outcomes)
            await report(outcome.Item, outcome.Outcome, outcome.Error).ConfigureAwait(false);
    }

    private sealed record ItemOutcome(BatchItem Item, ActionResult Outcome, Exception? Error);
}

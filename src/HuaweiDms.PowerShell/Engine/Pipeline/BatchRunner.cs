namespace HuaweiDms.PowerShell.Engine;

/// <summary>Sends a batch in as few requests as the service takes and gives every item a result of its own.</summary>
internal static class BatchRunner
{
    /// <summary>Requests under way at once, where nobody says.</summary>
    private const int DefaultDegree = 4;

    /// <summary>Sends the items and hands over each with its result, in the order of the input within what may share a request.</summary>
    /// <param name="items">What to send.</param>
    /// <param name="size">The most items one request takes.</param>
    /// <param name="send">Sends one request for items of one connection and one instance; the results are in their order.</param>
    /// <param name="fail">Makes the result of an item whose request failed.</param>
    /// <param name="report">Takes an item's result; what was thrown is given where the request itself failed.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="degree">How many requests are under way at once.</param>
    public static async Task RunAsync(
        IReadOnlyList<BatchItem> items,
        int size,
        Func<IReadOnlyList<BatchItem>, CancellationToken, Task<IReadOnlyList<ActionResult>>> send,
        Func<BatchItem, ActionResult> fail,
        Func<BatchItem, ActionResult, Exception?, Task> report,
        CancellationToken stop,
        int degree = DefaultDegree)
    {
        Queue<Task<IReadOnlyList<Answer>>> underWay = new();
        try
        {
            foreach (IReadOnlyList<BatchItem> chunk in Chunks(items, size))
            {
                if (underWay.Count == degree)
                    await ReportAsync(await underWay.Dequeue().ConfigureAwait(false), report).ConfigureAwait(false);
                underWay.Enqueue(SendAsync(chunk, send, fail, stop));
            }
            while (underWay.Count > 0)
                await ReportAsync(await underWay.Dequeue().ConfigureAwait(false), report).ConfigureAwait(false);
        }
        finally
        {
            foreach (Task<IReadOnlyList<Answer>> left in underWay)
                await Task.WhenAny(left).ConfigureAwait(false);
        }
    }

    /// <summary>Emits one item's result, and its error where it failed.</summary>
    /// <param name="pipeline">Where they go.</param>
    /// <param name="action">What was done, as a failure says it.</param>
    /// <param name="item">The item.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="error">What its request threw, where that failed.</param>
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
    /// Finds out of each that failed why. Where that cannot be read now, it stays unsaid: the request has been answered, and what
    /// fails afterwards is no reason to take it for refused.
    /// </summary>
    /// <param name="results">What the service said of each.</param>
    /// <param name="explain">Finds out of one, given also its place.</param>
    /// <param name="stop">Ends it.</param>
    public static Task ExplainAsync<T>(IReadOnlyList<T> results, Func<T, int, Task> explain, CancellationToken stop)
        where T : ActionResult
    {
        return Task.WhenAll(results.Select((result, index) => result.Succeeded ? Task.CompletedTask : TryAsync(result, index)));

        async Task TryAsync(T result, int index)
        {
            try
            {
                await explain(result, index).ConfigureAwait(false);
            }
            catch (Exception) when (!stop.IsCancellationRequested)
            {
                // What the service said has to do.
            }
        }
    }

    private static IEnumerable<IReadOnlyList<BatchItem>> Chunks(IReadOnlyList<BatchItem> items, int size)
        => items.GroupBy(item => item.RequestKey).SelectMany(
            group => group.Select((item, index) => (item, index)).GroupBy(pair => pair.index / size, pair => pair.item).Select(chunk => chunk.ToList()));

    /// <summary>
    /// Where the service refuses a whole request because of what is in it, the halves are tried by themselves: one bad item
    /// costs its neighbours nothing.
    /// </summary>
    private static async Task<IReadOnlyList<Answer>> SendAsync(
        IReadOnlyList<BatchItem> chunk,
        Func<IReadOnlyList<BatchItem>, CancellationToken, Task<IReadOnlyList<ActionResult>>> send,
        Func<BatchItem, ActionResult> fail,
        CancellationToken stop)
    {
        try
        {
            IReadOnlyList<ActionResult> results = await send(chunk, stop).ConfigureAwait(false);
            return [.. chunk.Zip(results, (item, result) => new Answer(item, result, null))];
        }
        catch (DmsException error) when (chunk.Count > 1 && IsAboutContent(error, chunk[0]))
        {
            int half = chunk.Count / 2;
            IReadOnlyList<Answer> first = await SendAsync([.. chunk.Take(half)], send, fail, stop).ConfigureAwait(false);
            IReadOnlyList<Answer> second = await SendAsync([.. chunk.Skip(half)], send, fail, stop).ConfigureAwait(false);
            return [.. first, .. second];
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            return [.. chunk.Select(item => new Answer(item, Failed(fail(item), error), error))];
        }
    }

    /// <summary>Whether a request was refused because of what is in it, so that a part of it might not be.</summary>
    /// <param name="error">The refusal.</param>
    /// <param name="item">One of the items; where they are inside one instance, a busy instance is busy for each of them.</param>
    public static bool IsAboutContent(DmsException error, BatchItem? item = null)
        => error.StatusCode is 400 or 404 or 409
            && (error.Kind is DmsErrorKind.InvalidArgument or DmsErrorKind.NotFound || (error.Kind == DmsErrorKind.Busy && item?.Within is null));

    private static ActionResult Failed(ActionResult result, Exception error)
    {
        result.Fail(error);
        return result;
    }

    private static async Task ReportAsync(IReadOnlyList<Answer> answers, Func<BatchItem, ActionResult, Exception?, Task> report)
    {
        foreach (Answer answer in answers)
            await report(answer.Item, answer.Outcome, answer.Error).ConfigureAwait(false);
    }

    private sealed record Answer(BatchItem Item, ActionResult Outcome, Exception? Error);
}

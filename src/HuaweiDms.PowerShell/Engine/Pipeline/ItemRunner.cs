namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Runs many work items with a limited number in parallel. Results are emitted in input order; a failure does not affect the
/// others.
/// </summary>
internal static class ItemRunner
{
    /// <summary>Runs the items and emits their results.</summary>
    /// <param name="pipeline">Receives results and failures.</param>
    /// <param name="items">What to do.</param>
    /// <param name="action">The action, for error messages.</param>
    /// <param name="throttleLimit">The maximum number of items in progress.</param>
    public static Task RunAsync(IPipeline pipeline, IReadOnlyList<WorkItem> items, string action, int throttleLimit)
        => RunAsync(pipeline, items, action, throttleLimit, value => EmitAsync(pipeline, value));

    /// <summary>Runs the items and returns their results, for what is read before prompting.</summary>
    public static async Task<List<T>> ReadAsync<T>(IPipeline pipeline, IReadOnlyList<WorkItem> items, string action, int throttleLimit)
    {
        List<T> found = [];
        await RunAsync(
            pipeline,
            items,
            action,
            throttleLimit,
            value =>
            {
                found.Add((T)value);
                return Task.CompletedTask;
            }).ConfigureAwait(false);
        return found;
    }

    private static async Task RunAsync(IPipeline pipeline, IReadOnlyList<WorkItem> items, string action, int throttleLimit, Func<object, Task> take)
    {
        using Throttle throttle = new(throttleLimit);
        Task<Outcome>[] outcomes = [.. items.Select(item => throttle.RunAsync(() => RunAsync(pipeline, item, action), pipeline.Stop))];
        try
        {
            foreach (Task<Outcome> pending in outcomes)
            {
                Outcome outcome = await pending.ConfigureAwait(false);
                if (outcome.Failure is not null)
                    await pipeline.WriteErrorAsync(outcome.Failure).ConfigureAwait(false);
                else if (outcome.Value is not null)
                    await take(outcome.Value).ConfigureAwait(false);
            }
        }
        finally
        {
            // Nothing may use the throttle after it is disposed of.
            await Task.WhenAny(Task.WhenAll(outcomes)).ConfigureAwait(false);
        }
    }

    private static Task EmitAsync(IPipeline pipeline, object value) => value switch
    {
        NamedItems named => named.WriteAsync(pipeline),
        IReadOnlyList<object> several => pipeline.WriteAllAsync(several),
        _ => pipeline.WriteAsync(value),
    };

    private static async Task<Outcome> RunAsync(IPipeline pipeline, WorkItem item, string action)
    {
        try
        {
            return new(await item.Work(pipeline).ConfigureAwait(false), null);
        }
        catch (Exception error) when (!pipeline.Stop.IsCancellationRequested)
        {
            return new(null, Failures.From(error, item.Target, action, item.Subject));
        }
    }

    private sealed record Outcome(object? Value, Failure? Failure);
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Does many things at once, a limited number at a time. Results come out in the order of the input; a failure costs nobody else anything.</summary>
internal static class ItemRunner
{
    public static async Task RunAsync(IPipeline pipeline, IReadOnlyList<WorkItem> items, string action, int throttleLimit)
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
                else if (outcome.Value is NamedItems named)
                    await named.WriteAsync(pipeline).ConfigureAwait(false);
                else if (outcome.Value is IReadOnlyList<object> several)
                    await pipeline.WriteAllAsync(several).ConfigureAwait(false);
                else if (outcome.Value is not null)
                    await pipeline.WriteAsync(outcome.Value).ConfigureAwait(false);
            }
        }
        finally
        {
            // Nothing may use the throttle after it is gone.
            await Task.WhenAny(Task.WhenAll(outcomes)).ConfigureAwait(false);
        }
    }

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

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Sends several requests in parallel and, if requested, waits for each. Only requests take a slot, not waits; all waits share one
/// progress display.
/// </summary>
/// <param name="pipeline">Receives results and progress.</param>
/// <param name="activity">The activity that the progress shows.</param>
/// <param name="throttleLimit">The maximum number of requests in flight.</param>
/// <param name="count">The number of items.</param>
/// <param name="timeout">The maximum time to wait; null to not wait.</param>
internal sealed class SendAndWait(IPipeline pipeline, string activity, int throttleLimit, int count, TimeSpan? timeout) : IDisposable
{
    private readonly Throttle _throttle = new(throttleLimit);
    private readonly Waiter? _waiter = timeout is { } time ? new(pipeline, activity, count, time) : null;

    /// <summary>Runs all items; their results are emitted in input order.</summary>
    public Task RunAsync(IReadOnlyList<WorkItem> items, string action)
        => ItemRunner.RunAsync(pipeline, items, action, _waiter is null ? throttleLimit : Math.Max(items.Count, 1));

    /// <summary>Sends a request of one item as soon as there is a free slot.</summary>
    public Task<T> RequestAsync<T>(Func<Task<T>> request) => _waiter is null ? request() : _throttle.RunAsync(request, pipeline.Stop);

    /// <summary>Waits until one item has reached its goal; returns immediately if waiting was not requested.</summary>
    public Task WaitAsync(WaitTarget target, WaitGoal goal) => _waiter?.WaitAsync(target, goal) ?? Task.CompletedTask;

    /// <summary>
    /// Waits like <see cref="WaitAsync"/>, for an item that has a result to report even if the wait ends before the goal.
    /// </summary>
    /// <param name="target">What is watched.</param>
    /// <param name="goal">What it has to reach.</param>
    /// <returns>The reason why the goal was not reached; null if it was.</returns>
    public async Task<Failure?> TryWaitAsync(WaitTarget target, WaitGoal goal)
    {
        try
        {
            await WaitAsync(target, goal).ConfigureAwait(false);
            return null;
        }
        catch (Exception error) when (!pipeline.Stop.IsCancellationRequested)
        {
            return Failures.From(error, target.Target, "Wait", target.Subject);
        }
    }

    public void Dispose()
    {
        _waiter?.Dispose();
        _throttle.Dispose();
    }
}

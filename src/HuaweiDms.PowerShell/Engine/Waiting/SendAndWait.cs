namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Sends many things at once and, where that is asked for, waits for each. Whoever waits sends nothing, so only a request takes one
/// of the places; all waits share one progress.
/// </summary>
/// <param name="pipeline">Where results and progress go.</param>
/// <param name="activity">What the progress is about.</param>
/// <param name="throttleLimit">How many requests are under way at once.</param>
/// <param name="count">How many things there are.</param>
/// <param name="timeout">How long to wait at most; null does not wait.</param>
internal sealed class SendAndWait(IPipeline pipeline, string activity, int throttleLimit, int count, TimeSpan? timeout) : IDisposable
{
    private readonly Throttle _throttle = new(throttleLimit);
    private readonly Waiter? _waiter = timeout is { } time ? new(pipeline, activity, count, time) : null;

    /// <summary>Does them all; their results come out in input order.</summary>
    public Task RunAsync(IReadOnlyList<WorkItem> items, string action)
        => ItemRunner.RunAsync(pipeline, items, action, _waiter is null ? throttleLimit : Math.Max(items.Count, 1));

    /// <summary>Sends a request of one of them as soon as there is a place for it.</summary>
    public Task<T> RequestAsync<T>(Func<Task<T>> request) => _waiter is null ? request() : _throttle.RunAsync(request, pipeline.Stop);

    /// <summary>Waits until one has reached its goal; returns at once where nobody waits.</summary>
    public Task WaitAsync(WaitTarget target, WaitGoal goal) => _waiter?.WaitAsync(target, goal) ?? Task.CompletedTask;

    /// <summary>Waits as <see cref="WaitAsync"/> does, for what has something to tell of when it ends before the goal.</summary>
    /// <param name="target">What is watched.</param>
    /// <param name="goal">What it has to reach.</param>
    /// <returns>Why the goal is not known to be reached; null where it is.</returns>
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

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Watches objects until each has reached a goal. Reads often at first and less often later, because some operations take seconds
/// and some an hour.
/// </summary>
/// <param name="pipeline">Where progress goes.</param>
/// <param name="activity">The activity that the progress shows.</param>
/// <param name="count">The total number of objects to wait for.</param>
/// <param name="timeout">How long to wait at most.</param>
/// <param name="pollInterval">The interval between reads; null to read often at first and less often later.</param>
/// <param name="clock">The clock; null for real time.</param>
internal sealed class Waiter(
    IPipeline pipeline, string activity, int count, TimeSpan timeout, TimeSpan? pollInterval = null, IWaitClock? clock = null) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(15);
    private const double Growth = 1.5;

    /// <summary>How long an unchanged state must last before the change is assumed to have happened unseen.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(20);

    private readonly IWaitClock _clock = clock ?? new WaitClock();
    private readonly Throttle _reads = new();

    private int _finished;

    /// <summary>Waits for one object; several waits may run in parallel.</summary>
    /// <returns>The state that reached the goal.</returns>
    /// <exception cref="FailureException">The goal cannot be reached, the time has expired, or the state can no longer be read.</exception>
    public async Task<string> WaitAsync(WaitTarget target, WaitGoal goal)
    {
        string last = WaitGoal.Unknown;
        TimeSpan began = _clock.Elapsed;
        bool changed = !goal.AfterChange;
        for (TimeSpan pause = pollInterval ?? FirstPause; ; pause = Next(pause))
        {
            if (await ReadAsync(target, goal).ConfigureAwait(false) is { } state)
            {
                last = state;
                changed |= !goal.IsReached(state);
                if (goal.IsReached(state) && (changed || _clock.Elapsed - began >= Settled))
                    return Finish(target, state);
                if (goal.IsOutOfReach(state))
                    throw new FailureException(Failures.WaitFailed(target.Target, target.Subject, state, goal.Name, target.ShownBy));
            }
            Show(target, last);
            TimeSpan left = timeout - _clock.Elapsed;
            if (left <= TimeSpan.Zero)
                throw new FailureException(Failures.WaitTimedOut(target, goal.Name, timeout, last));
            await _clock.DelayAsync(pause < left ? pause : left, pipeline.Stop).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _reads.Dispose();
        pipeline.WriteProgress(new Progress(activity, Done(), Completed: true));
    }

    /// <summary>Whether a later read may succeed.</summary>
    public static bool IsTransient(DmsException error)
        => error.Kind is DmsErrorKind.ConnectionFailed or DmsErrorKind.ServiceFailed or DmsErrorKind.Throttled or DmsErrorKind.TimedOut
            && error.ErrorId != Failures.EmulatorStoppedId;

    /// <summary>
    /// Whether reading is refused, for example because the keys have expired, which says nothing about the operation that is waited for.
    /// </summary>
    private static bool IsRefusedRead(DmsException error)
        => error.Kind is DmsErrorKind.AuthenticationFailed or DmsErrorKind.PermissionDenied or DmsErrorKind.CredentialNotFound
            or DmsErrorKind.UnreadableResponse;

    /// <summary>A transient read error must not end a wait of half an hour.</summary>
    private async Task<string?> ReadAsync(WaitTarget target, WaitGoal goal)
    {
        try
        {
            return (target.ReadShared is { } readShared ? await readShared(pipeline.Stop).ConfigureAwait(false) : null)
                ?? await _reads.RunAsync(() => target.ReadState(pipeline.Stop), pipeline.Stop).ConfigureAwait(false);
        }
        catch (DmsException passing) when (IsTransient(passing))
        {
            pipeline.WriteVerbose(passing.Message);
            return null;
        }
        catch (DmsException refused) when (IsRefusedRead(refused))
        {
            throw new FailureException(Failures.WaitUnread(refused, target, goal.Name));
        }
    }

    private TimeSpan Next(TimeSpan pause)
    {
        if (pollInterval is { } fixedPause)
            return fixedPause;
        TimeSpan longer = TimeSpan.FromTicks((long)(pause.Ticks * Growth));
        return longer < MaxPause ? longer : MaxPause;
    }

    private string Finish(WaitTarget target, string state)
    {
        Interlocked.Increment(ref _finished);
        Show(target, state);
        return state;
    }

    private int Finished => Math.Min(Volatile.Read(ref _finished), count);

    private string Done() => FormattableString.Invariant($"{Finished} of {count} done, {_clock.Elapsed.TotalSeconds:0} s");

    private void Show(WaitTarget target, string state)
        => pipeline.WriteProgress(new Progress(
            activity, $"{Done()}. {target.Subject}: {state}", Finished * 100 / Math.Max(count, 1), Subject: target.Subject, State: state));
}

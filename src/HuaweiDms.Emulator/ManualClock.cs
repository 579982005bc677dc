namespace HuaweiDms.Emulator;

/// <summary>A clock for tests that stands still until it is advanced.</summary>
public sealed class ManualClock : IEmulatorClock
{
    private readonly object _gate = new();
    private readonly List<Waiter> _waiters = [];
    private DateTimeOffset _now;

    /// <summary>Starts at a fixed time.</summary>
    public ManualClock()
        : this(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
    }

    /// <summary>Starts at the given time.</summary>
    /// <param name="start">The start time.</param>
    public ManualClock(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <inheritdoc/>
    public DateTimeOffset UtcNow
    {
        get
        {
            lock (_gate)
                return _now;
        }
    }

    /// <summary>The number of delays that wait for the clock to advance.</summary>
    public int PendingDelays
    {
        get
        {
            lock (_gate)
                return _waiters.Count;
        }
    }

    /// <summary>Advances the clock and completes the delays that are due.</summary>
    /// <param name="time">The time to advance by.</param>
    public void Advance(TimeSpan time)
    {
        List<Waiter> due;
        lock (_gate)
        {
            _now += time;
            due = _waiters.FindAll(waiter => waiter.Until <= _now);
            _waiters.RemoveAll(waiter => waiter.Until <= _now);
        }
        foreach (Waiter waiter in due)
            waiter.Done.TrySetResult(true);
    }

    /// <inheritdoc/>
    public async Task DelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (time <= TimeSpan.Zero)
            return;

        Waiter waiter;
        lock (_gate)
        {
            waiter = new Waiter(_now + time);
            _waiters.Add(waiter);
        }
        using CancellationTokenRegistration registration = cancellationToken.Register(() => Forget(waiter, cancellationToken));
        await waiter.Done.Task.ConfigureAwait(false);
    }

    private void Forget(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
            _waiters.Remove(waiter);
        waiter.Done.TrySetCanceled(cancellationToken);
    }

    private sealed class Waiter(DateTimeOffset until)
    {
        public DateTimeOffset Until { get; } = until;

        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

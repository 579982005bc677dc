namespace HuaweiDms.Emulator;

/// <summary>
/// A clock that advances a little with each request and otherwise stands still, so that the same requests always see the same
/// times. A client that waits for the emulator must advance it.
/// </summary>
public sealed class SteppingClock : IEmulatorClock
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private long _ticks;

    /// <summary>Starts at the given time.</summary>
    /// <param name="start">The start time.</param>
    public SteppingClock(DateTimeOffset start) => _ticks = start.UtcTicks;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Advances the clock.</summary>
    /// <param name="time">The time to advance by.</param>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    /// <summary>Advances the clock and also waits in real time, for example for a delayed response.</summary>
    /// <param name="time">The time to wait.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        Advance(time);
        return Task.Delay(time, cancellationToken);
    }

    internal void OnRequest() => Advance(Step);
}

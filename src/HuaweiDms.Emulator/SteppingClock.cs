namespace HuaweiDms.Emulator;

/// <summary>
/// A clock that moves on a little with each request and stands still in between, so that the same requests always meet the same
/// times. Whoever waits for the emulator moves it on by as much.
/// </summary>
public sealed class SteppingClock : IEmulatorClock
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private long _ticks;

    /// <summary>Begins at the given moment.</summary>
    /// <param name="start">The moment.</param>
    public SteppingClock(DateTimeOffset start) => _ticks = start.UtcTicks;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves on.</summary>
    /// <param name="time">By how much.</param>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    /// <summary>What takes long on purpose, such as an answer that is late, takes that time in earnest.</summary>
    /// <param name="time">How long it takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        Advance(time);
        return Task.Delay(time, cancellationToken);
    }

    internal void OnRequest() => Advance(Step);
}

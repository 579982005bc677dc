namespace HuaweiDms.Emulator.State;

/// <summary>The clock, and durations scaled by the speed.</summary>
internal sealed class ServiceTime(IEmulatorClock clock, double speed)
{
    /// <summary>The latest representable time, in Unix milliseconds.</summary>
    public const long LastMillisecond = 253402300799999;

    public DateTimeOffset UtcNow => clock.UtcNow;

    /// <summary>Called for each request: advances a <see cref="SteppingClock"/>.</summary>
    public void OnRequest() => (clock as SteppingClock)?.OnRequest();

    /// <summary>When something ends that takes this long at the real service, at most <see cref="DateTimeOffset.MaxValue"/>.</summary>
    public DateTimeOffset After(DateTimeOffset begin, TimeSpan duration)
    {
        double ticks = duration.Ticks / speed;
        return ticks < (DateTimeOffset.MaxValue - begin).Ticks ? begin + TimeSpan.FromTicks((long)ticks) : DateTimeOffset.MaxValue;
    }

    /// <summary>Converts Unix milliseconds to a time. Values out of range become the earliest or latest time.</summary>
    public static DateTimeOffset FromUnixMilliseconds(long milliseconds)
        => milliseconds <= 0 ? DateTimeOffset.MinValue
            : milliseconds > LastMillisecond ? DateTimeOffset.MaxValue
            : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>Converts a rate per second at the real service to a rate per second of the clock.</summary>
    public double Rate(double duration) => duration * speed;

    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken) => clock.DelayAsync(time, cancellationToken);
}

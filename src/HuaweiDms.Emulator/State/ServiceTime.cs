namespace HuaweiDms.Emulator.State;

/// <summary>The clock, and how long things take on it.</summary>
internal sealed class ServiceTime(IEmulatorClock clock, double speed)
{
    /// <summary>The latest moment there is, in the milliseconds that requests count in.</summary>
    public const long LastMillisecond = 253402300799999;

    public DateTimeOffset UtcNow => clock.UtcNow;

    /// <summary>A request has come in.</summary>
    public void Arrive() => (clock as SteppingClock)?.OnRequest();

    /// <summary>When something is over that takes this long at the real service; at the latest when the calendar ends.</summary>
    public DateTimeOffset After(DateTimeOffset begin, TimeSpan usual)
    {
        double ticks = usual.Ticks / speed;
        return ticks < (DateTimeOffset.MaxValue - begin).Ticks ? begin + TimeSpan.FromTicks((long)ticks) : DateTimeOffset.MaxValue;
    }

    /// <summary>The moment of so many milliseconds. Those beyond the calendar mean its ends.</summary>
    public static DateTimeOffset Moment(long milliseconds)
        => milliseconds <= 0 ? DateTimeOffset.MinValue
            : milliseconds > LastMillisecond ? DateTimeOffset.MaxValue
            : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>How often something happens in a second of the clock that happens so often in a second at the real service.</summary>
    public double Rate(double usual) => usual * speed;

    public Task DelayAsync(TimeSpan time, CancellationToken stop) => clock.DelayAsync(time, stop);
}

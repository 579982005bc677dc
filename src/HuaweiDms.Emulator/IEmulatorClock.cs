namespace HuaweiDms.Emulator;

/// <summary>The clock of the emulated service.</summary>
public interface IEmulatorClock
{
    /// <summary>The current time.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Completes when the given time has passed on this clock.</summary>
    /// <param name="time">The time to wait; zero or less completes immediately.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task DelayAsync(TimeSpan time, CancellationToken cancellationToken);
}

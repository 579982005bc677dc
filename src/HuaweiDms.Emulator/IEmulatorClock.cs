namespace HuaweiDms.Emulator;

/// <summary>The time as the emulated service sees it.</summary>
public interface IEmulatorClock
{
    /// <summary>Now.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Ends when the time has passed on this clock.</summary>
    /// <param name="time">How long; nothing is waited for where it is not above zero.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task DelayAsync(TimeSpan time, CancellationToken cancellationToken);
}

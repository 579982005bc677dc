namespace HuaweiDms.Emulator;

/// <summary>The time as the emulated service sees it.</summary>
public interface IEmulatorClock
{
    /// <summary>Now.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Ends when the time has passed on this clock.</summary>
    Task DelayAsync(TimeSpan time, CancellationToken cancellationToken);
}

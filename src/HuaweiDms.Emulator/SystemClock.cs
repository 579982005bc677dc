namespace HuaweiDms.Emulator;

/// <summary>The system clock.</summary>
public sealed class SystemClock : IEmulatorClock
{
    /// <summary>The only instance.</summary>
    public static SystemClock Instance { get; } = new();

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, cancellationToken);
}

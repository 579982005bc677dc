namespace HuaweiDms.Emulator;

/// <summary>The computer's own clock.</summary>
public sealed class SystemClock : IEmulatorClock
{
    /// <summary>The one instance that is needed.</summary>
    public static SystemClock Instance { get; } = new();

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, cancellationToken);
}

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>A change of an instance's Smart Connect in progress.</summary>
internal sealed class PendingSmartConnect
{
    /// <summary>When the change completes.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The new state; null if Smart Connect is being disabled.</summary>
    public SmartConnectState? SmartConnect { get; set; }
}

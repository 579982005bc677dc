namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>Smart Connect that an instance is getting or losing.</summary>
internal sealed class PendingSmartConnect
{
    /// <summary>When that is done.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What it gets; null where it loses it.</summary>
    public SmartConnectState? SmartConnect { get; set; }
}

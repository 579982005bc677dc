namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>Smart Connect that an instance is getting or losing.</summary>
internal sealed class ConnectorChange
{
    /// <summary>When that is done.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What it gets; null where it loses it.</summary>
    public Connector? Connector { get; set; }
}

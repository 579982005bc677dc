namespace HuaweiDms.Emulator.State;

/// <summary>A broker that is up and has to catch up.</summary>
internal sealed class ReturningBroker
{
    public int Broker { get; set; }

    /// <summary>When its replicas are in sync.</summary>
    public DateTimeOffset InSyncAt { get; set; }

    /// <summary>When it leads again what it is to lead.</summary>
    public DateTimeOffset LeadsAt { get; set; }
}

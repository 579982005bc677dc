namespace HuaweiDms.Emulator.State;

/// <summary>A broker that is up again and catching up.</summary>
internal sealed class ReturningBroker
{
    public int Broker { get; set; }

    /// <summary>When its replicas are in sync again.</summary>
    public DateTimeOffset InSyncAt { get; set; }

    /// <summary>When it regains its leaderships.</summary>
    public DateTimeOffset LeadsAt { get; set; }
}

namespace HuaweiDms.Emulator;

/// <summary>A broker of an instance of the emulated service.</summary>
public sealed class EmulatedBroker
{
    internal EmulatedBroker(string instanceId, int broker, bool isHealthy)
    {
        InstanceId = instanceId;
        Broker = broker;
        IsHealthy = isHealthy;
    }

    /// <summary>The instance.</summary>
    public string InstanceId { get; }

    /// <summary>The broker's number.</summary>
    public int Broker { get; }

    /// <summary>Whether the broker is up.</summary>
    public bool IsHealthy { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"broker {Broker} of {InstanceId}");
}

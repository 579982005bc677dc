namespace HuaweiDms.Emulator;

/// <summary>
/// A Redis instance of the emulated Distributed Cache Service. The documented calls change these instances but do not list them.
/// </summary>
public sealed class EmulatedDcsInstance
{
    internal EmulatedDcsInstance(string instanceId, string name, string engineVersion, string status)
    {
        InstanceId = instanceId;
        Name = name;
        EngineVersion = engineVersion;
        Status = status;
    }

    /// <summary>The identifier that the batch calls take.</summary>
    public string InstanceId { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The Redis version, such as 5.0.</summary>
    public string EngineVersion { get; }

    /// <summary>The current state, such as RUNNING.</summary>
    public string Status { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({InstanceId})";
}

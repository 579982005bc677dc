namespace HuaweiDms;

/// <summary>A consumer group in the configuration of an instance.</summary>
public sealed class ConfiguredGroup
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The description; empty where there is none, null where nothing is said.</summary>
    public string? Description { get; set; }

    /// <summary>The description.</summary>
    public override string ToString() => Description ?? string.Empty;
}

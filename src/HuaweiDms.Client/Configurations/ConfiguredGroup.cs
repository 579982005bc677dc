namespace HuaweiDms;

/// <summary>A consumer group in the configuration of an instance.</summary>
public sealed class ConfiguredGroup
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The description; empty if there is none, null if unspecified.</summary>
    public string? Description { get; set; }

    /// <summary>Returns the description.</summary>
    public override string ToString() => Description ?? string.Empty;
}

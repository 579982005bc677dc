using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>A Redis instance of the Distributed Cache Service.</summary>
internal sealed class DcsInstance
{
    public string Id { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    /// <summary>The Redis version, such as 5.0.</summary>
    public string EngineVersion { get; set; } = string.Empty;

    public Lifecycle Lifecycle { get; set; } = new();

    [JsonIgnore]
    public string Status => Lifecycle.Status;
}

using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The result of changing settings of an instance (5.1.8).</summary>
public sealed class InstanceConfigChange : InstanceResource
{
    /// <summary>The id of the background task that makes the change.</summary>
    [JsonPropertyName("job_id")]
    public string? TaskId { get; set; }

    /// <summary>The number of dynamic settings that change; they take effect immediately.</summary>
    [JsonPropertyName("dynamic_config")]
    public int? DynamicCount { get; set; }

    /// <summary>The number of static settings that change; they take effect after a restart of the instance.</summary>
    [JsonPropertyName("static_config")]
    public int? StaticCount { get; set; }

    /// <summary>Whether the instance must be restarted for all changes to take effect.</summary>
    [JsonIgnore]
    public bool RequiresRestart => StaticCount > 0 || Changes.Any(change => change.RequiresRestart);

    /// <summary>The changes.</summary>
    [JsonIgnore]
    public ConfigChange[] Changes { get; set; } = [];

    /// <summary>Returns the instance and the changes.</summary>
    public override string ToString() => $"{InstanceId}: {string.Join<ConfigChange>(", ", Changes)}";
}

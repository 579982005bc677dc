using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>What became of a change of an instance's settings (5.1.8).</summary>
public sealed class InstanceConfigChange : InstanceResource
{
    /// <summary>The background task that makes the change.</summary>
    [JsonPropertyName("job_id")]
    public string? TaskId { get; set; }

    /// <summary>How many dynamic settings change; they take effect at once.</summary>
    [JsonPropertyName("dynamic_config")]
    public int? DynamicCount { get; set; }

    /// <summary>How many static settings change; they take effect when the instance is restarted.</summary>
    [JsonPropertyName("static_config")]
    public int? StaticCount { get; set; }

    /// <summary>Whether the instance has to be restarted for all of it to take effect.</summary>
    [JsonIgnore]
    public bool RequiresRestart => StaticCount > 0 || Changes.Any(change => change.RequiresRestart);

    /// <summary>What changes.</summary>
    [JsonIgnore]
    public ConfigChange[] Changes { get; set; } = [];

    /// <summary>Instance and changes.</summary>
    public override string ToString() => $"{InstanceId}: {string.Join<ConfigChange>(", ", Changes)}";
}

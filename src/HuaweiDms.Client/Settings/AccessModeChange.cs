using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>An access mode that is being turned on or off (5.2.9).</summary>
public sealed class AccessModeChange : InstanceResource
{
    /// <summary>The mode, such as <c>PrivateSaslSsl</c>.</summary>
    [JsonPropertyName("protocol")]
    [JsonConverter(typeof(AccessModeNameConverter))]
    public string? AccessMode { get; set; }

    /// <summary>On or off.</summary>
    [JsonPropertyName("enable")]
    public bool? Enabled { get; set; }

    /// <summary>The background task that makes the change.</summary>
    [JsonPropertyName("job_id")]
    public string? TaskId { get; set; }

    /// <summary>Mode and what becomes of it.</summary>
    public override string ToString() => $"{AccessMode} {(Enabled == true ? "on" : "off")}";
}

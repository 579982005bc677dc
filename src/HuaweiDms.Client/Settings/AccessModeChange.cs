using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>An access mode that is being enabled or disabled (5.2.9).</summary>
public sealed class AccessModeChange : InstanceResource
{
    /// <summary>The mode, such as <c>PrivateSaslSsl</c>.</summary>
    [JsonPropertyName("protocol")]
    [JsonConverter(typeof(AccessModeNameConverter))]
    public string? AccessMode { get; set; }

    /// <summary>Whether the mode is being enabled.</summary>
    [JsonPropertyName("enable")]
    public bool? Enabled { get; set; }

    /// <summary>The id of the background task that makes the change.</summary>
    [JsonPropertyName("job_id")]
    public string? TaskId { get; set; }

    /// <summary>Returns the mode and the change.</summary>
    public override string ToString() => $"{AccessMode} {(Enabled == true ? "on" : "off")}";
}

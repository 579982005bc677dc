using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A label of an instance (5.10).</summary>
public sealed class InstanceTag : InstanceResource
{
    /// <summary>The key: 1 to 128 characters, once an instance.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; set; }

    /// <summary>The value, at most 255 characters; may be empty.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; set; }

    /// <summary>Key and value.</summary>
    public override string ToString() => $"{Key}={Value}";
}

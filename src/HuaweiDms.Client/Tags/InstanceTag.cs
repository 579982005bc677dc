using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A tag of an instance (5.10).</summary>
public sealed class InstanceTag : InstanceResource
{
    /// <summary>The key: 1 to 128 characters, unique within the instance.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; set; }

    /// <summary>The value: at most 255 characters, may be empty.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; set; }

    /// <summary>Returns the key and the value.</summary>
    public override string ToString() => $"{Key}={Value}";
}

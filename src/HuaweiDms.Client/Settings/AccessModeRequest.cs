using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A request to enable or disable an access mode (5.2.9).</summary>
public sealed class AccessModeRequest
{
    /// <summary>The mode, such as <c>PrivateSaslSsl</c>.</summary>
    [JsonPropertyName("protocol")]
    [JsonConverter(typeof(AccessModeNameConverter))]
    public string? AccessMode { get; set; }

    /// <summary>Whether to enable the mode.</summary>
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }

    /// <summary>The SASL user; required when SASL is enabled for the first time, ignored later.</summary>
    [JsonPropertyName("user_name")]
    public string? UserName { get; set; }

    /// <summary>The password of that user.</summary>
    [JsonPropertyName("pass_word")]
    [JsonConverter(typeof(SecretConverter))]
    public Secret? Password { get; set; }

    /// <summary>The SASL mechanisms; used only when SASL is enabled for the first time.</summary>
    [JsonPropertyName("sasl_enabled_mechanisms")]
    public IReadOnlyList<string>? SaslMechanisms { get; set; }
}

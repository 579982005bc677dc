using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>One access mode to be turned on or off (5.2.9).</summary>
public sealed class AccessModeRequest
{
    /// <summary>The mode, such as <c>PrivateSaslSsl</c>.</summary>
    [JsonPropertyName("protocol")]
    [JsonConverter(typeof(AccessModeNameConverter))]
    public string? AccessMode { get; set; }

    /// <summary>On or off.</summary>
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }

    /// <summary>The SASL user; needed the first time SASL is turned on, ignored later.</summary>
    [JsonPropertyName("user_name")]
    public string? UserName { get; set; }

    /// <summary>That user's password.</summary>
    [JsonPropertyName("pass_word")]
    [JsonConverter(typeof(SecretConverter))]
    public Secret? Password { get; set; }

    /// <summary>The SASL mechanisms; they count the first time SASL is turned on.</summary>
    [JsonPropertyName("sasl_enabled_mechanisms")]
    public IReadOnlyList<string>? SaslMechanisms { get; set; }
}

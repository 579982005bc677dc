using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Response of 5.1.7.</summary>
internal sealed class InstanceConfigList
{
    [JsonPropertyName("kafka_configs")]
    public List<InstanceConfig>? Configs { get; set => field = value ?? []; }
}

/// <summary>Request body of 5.1.8.</summary>
internal sealed class ConfigSettings
{
    [JsonPropertyName("kafka_configs")]
    public required IReadOnlyList<ConfigSetting> Configs { get; set; }
}

/// <summary>One setting to change; the value is always sent as text.</summary>
internal sealed class ConfigSetting
{
    [JsonPropertyName("name")]
    public required string Name { get; set; }

    [JsonPropertyName("value")]
    public required string Value { get; set; }
}

/// <summary>Request body of 5.1.9; empty to upgrade immediately.</summary>
internal sealed class UpgradeSchedule
{
    [JsonPropertyName("is_schedule")]
    public bool? IsSchedule { get; set; }

    [JsonPropertyName("execute_at")]
    public long? ExecuteAt { get; set; }
}

/// <summary>Request body of 5.2.1.</summary>
internal sealed class NewPassword
{
    [JsonPropertyName("new_password")]
    [JsonConverter(typeof(SecretConverter))]
    public required Secret Password { get; set; }
}

/// <summary>Request body of 5.2.4.</summary>
internal sealed class AutoTopicSwitch
{
    [JsonPropertyName("enable_auto_topic")]
    public required bool Enable { get; set; }
}

/// <summary>Request body of 5.2.5: a map of all listeners, including unchanged ones.</summary>
internal sealed class AdvertisedAddresses
{
    [JsonPropertyName("advertised_ip_contents")]
    [JsonConverter(typeof(TextMapConverter))]
    public required IDictionary<string, string> Addresses { get; set; }
}

/// <summary>Response of 5.2.5.</summary>
internal sealed class AdvertisedAddressesResponse
{
    /// <summary>The result for the whole request; the result of a single listener takes precedence.</summary>
    [JsonPropertyName("success")]
    public bool? Success { get; set; }

    [JsonPropertyName("results")]
    public List<CrossVpcAddressResult>? Results { get; set; }
}

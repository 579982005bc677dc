using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>One configuration of a topic: what it is, and what it may be (5.5.3).</summary>
public sealed class TopicConfig
{
    /// <summary>The name, such as <c>max.message.bytes</c>.</summary>
    [JsonPropertyName("name")]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Name { get; set; }

    /// <summary>The value: a whole number, a number, a boolean or a text.</summary>
    [JsonIgnore]
    public object? Value => Rule.ToNatural(ValueText);

    /// <summary>The value of a new topic; null where the service does not say.</summary>
    [JsonIgnore]
    public object? DefaultValue => Rule.ToNatural(DefaultText);

    /// <summary>Which values it takes, in the service's words: <c>[0...10485760]</c>, <c>[CreateTime, LogAppendTime]</c> …</summary>
    [JsonPropertyName("valid_values")]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ValidValues { get; set; }

    /// <summary>What kind of value it has, such as <c>int</c> or <c>string</c>. The service may send kinds that are not documented.</summary>
    [JsonPropertyName("value_type")]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ValueType { get; set; }

    /// <summary><c>dynamic</c> takes effect at once, <c>static</c> when the instance is restarted.</summary>
    [JsonPropertyName("config_type")]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ConfigType { get; set; }

    [JsonInclude]
    [JsonPropertyName("value")]
    [JsonConverter(typeof(RepeatedTextConverter))]
    internal string? ValueText { get; set; }

    [JsonInclude]
    [JsonPropertyName("default_value")]
    [JsonConverter(typeof(RepeatedTextConverter))]
    internal string? DefaultText { get; set; }

    [JsonIgnore]
    internal ConfigRule Rule => field ??= ConfigRule.Read(ValidValues, ValueType);

    /// <summary>Name and value.</summary>
    public override string ToString() => $"{Name}={ValueText}";
}

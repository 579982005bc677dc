using System.Globalization;
using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>One setting of a Kafka instance: what it is, and what it may be (5.1.7).</summary>
public sealed class InstanceConfig : InstanceResource
{
    /// <summary>The name, such as <c>log.retention.hours</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The value: a whole number, a number, a boolean or a text.</summary>
    [JsonIgnore]
    public object? Value => Rule.ToNatural(ValueText);

    /// <summary>The value of a new instance.</summary>
    [JsonIgnore]
    public object? DefaultValue => Rule.ToNatural(DefaultText);

    /// <summary>Whether the value is that of a new instance.</summary>
    [JsonIgnore]
    public bool IsDefault => string.Equals(ValueText, DefaultText, StringComparison.Ordinal);

    /// <summary>Which values it takes, in the service's words: <c>1~168</c>, <c>true,false</c> …</summary>
    [JsonPropertyName("valid_values")]
    public string? ValidValues { get; set; }

    /// <summary>The least value; null where it is no number or has no limit.</summary>
    [JsonIgnore]
    public decimal? Minimum => Rule.Ranges.Count == 0 ? null : Rule.Ranges.Min(range => range.Least);

    /// <summary>The greatest value; null where it is no number or has no limit.</summary>
    [JsonIgnore]
    public decimal? Maximum => Rule.Ranges.Count == 0 ? null : Rule.Ranges.Max(range => range.Most);

    /// <summary>The words it takes; null where it takes numbers or any text.</summary>
    [JsonIgnore]
    public string[]? AllowedValues => Rule.Words;

    /// <summary>What kind of value it has, such as <c>integer</c> or <c>enum</c>. The service may send kinds that are not documented.</summary>
    [JsonPropertyName("value_type")]
    public string? ValueType { get; set; }

    /// <summary><c>static</c> takes effect when the instance is restarted, <c>dynamic</c> at once.</summary>
    [JsonPropertyName("config_type")]
    public string? ConfigType { get; set; }

    /// <summary>Whether a change takes effect only when the instance is restarted.</summary>
    [JsonIgnore]
    public bool RequiresRestart => string.Equals(ConfigType, "static", StringComparison.OrdinalIgnoreCase);

    [JsonPropertyName("value")]
    [JsonInclude]
    internal string? ValueText { get; set; }

    [JsonPropertyName("default_value")]
    [JsonInclude]
    internal string? DefaultText { get; set; }

    [JsonIgnore]
    internal ConfigRule Rule => field ??= ConfigRule.Read(ValidValues, ValueType);

    /// <summary>A change to another value, checked against what the setting takes.</summary>
    /// <param name="value">The new value.</param>
    /// <exception cref="DmsException">The setting does not take it.</exception>
    public ConfigChange ChangeTo(object value)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        string accepted = Rule.Accept(text) ?? throw DmsErrors.InvalidArgument(Name!, text, Rule.Explanation);
        return new()
        {
            Name = Name!,
            OldValue = Value,
            NewValue = Rule.ToNatural(accepted),
            RequiresRestart = RequiresRestart,
            Sent = accepted,
        };
    }

    /// <summary>Name and value.</summary>
    public override string ToString() => $"{Name}={ValueText}";
}

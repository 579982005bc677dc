using System.Globalization;
using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A setting of a Kafka instance, with its value and the values it accepts (5.1.7).</summary>
public sealed class InstanceConfig : InstanceResource
{
    /// <summary>The name, such as <c>log.retention.hours</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The value, as an integer, a number, a Boolean or text.</summary>
    [JsonIgnore]
    public object? Value => Rule.ToNatural(ValueText);

    /// <summary>The default value.</summary>
    [JsonIgnore]
    public object? DefaultValue => Rule.ToNatural(DefaultText);

    /// <summary>Whether the value is the default value.</summary>
    [JsonIgnore]
    public bool IsDefault => string.Equals(ValueText, DefaultText, StringComparison.Ordinal);

    /// <summary>The accepted values, as the service writes them, such as <c>1~168</c> or <c>true,false</c>.</summary>
    [JsonPropertyName("valid_values")]
    public string? ValidValues { get; set; }

    /// <summary>The minimum value; null if the setting is not a number or has no minimum.</summary>
    [JsonIgnore]
    public decimal? Minimum => Rule.Ranges.Count == 0 ? null : Rule.Ranges.Min(range => range.Least);

    /// <summary>The maximum value; null if the setting is not a number or has no maximum.</summary>
    [JsonIgnore]
    public decimal? Maximum => Rule.Ranges.Count == 0 ? null : Rule.Ranges.Max(range => range.Most);

    /// <summary>The accepted words; null if the setting accepts numbers or any text.</summary>
    [JsonIgnore]
    public string[]? AllowedValues => Rule.Words;

    /// <summary>The type of the value, such as <c>integer</c> or <c>enum</c>. The service may send undocumented types.</summary>
    [JsonPropertyName("value_type")]
    public string? ValueType { get; set; }

    /// <summary>When a change takes effect: <c>static</c> after a restart of the instance, <c>dynamic</c> immediately.</summary>
    [JsonPropertyName("config_type")]
    public string? ConfigType { get; set; }

    /// <summary>Whether a change takes effect only after a restart of the instance.</summary>
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

    /// <summary>Creates a change to another value, after checking that the setting accepts it.</summary>
    /// <param name="value">The new value.</param>
    /// <exception cref="DmsException">The setting does not accept the value.</exception>
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

    /// <summary>Returns name and value.</summary>
    public override string ToString() => $"{Name}={ValueText}";
}

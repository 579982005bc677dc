namespace HuaweiDms;

/// <summary>One setting of a topic: what it is, and what it may be (5.5.3).</summary>
public sealed class TopicConfig
{
    /// <summary>The name, such as <c>max.message.bytes</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The value: a whole number, a number, a boolean or a text.</summary>
    public object? Value => Rule.ToNatural(ValueText);

    /// <summary>The value of a new topic; null where the service does not say.</summary>
    public object? DefaultValue => Rule.ToNatural(DefaultText);

    /// <summary>Which values it takes, in the service's words: <c>[0...10485760]</c>, <c>[CreateTime, LogAppendTime]</c> …</summary>
    public string? ValidValues { get; set; }

    /// <summary>What kind of value it has, such as <c>int</c> or <c>string</c>. The service may send kinds that are not documented.</summary>
    public string? ValueType { get; set; }

    /// <summary><c>dynamic</c> takes effect at once, <c>static</c> when the instance is restarted.</summary>
    public string? ConfigType { get; set; }

    internal string? ValueText { get; set; }

    internal string? DefaultText { get; set; }

    internal ConfigRule Rule => field ??= ConfigRule.Read(ValidValues, ValueType);

    /// <summary>Name and value.</summary>
    public override string ToString() => $"{Name}={ValueText}";
}

namespace HuaweiDms;

/// <summary>A setting of a topic, with its value and the values it accepts (5.5.3).</summary>
public sealed class TopicConfig
{
    /// <summary>The name, such as <c>max.message.bytes</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The value, as an integer, a number, a Boolean or text.</summary>
    public object? Value => Rule.ToNatural(ValueText);

    /// <summary>The default value; null if the service does not report it.</summary>
    public object? DefaultValue => Rule.ToNatural(DefaultText);

    /// <summary>
    /// The accepted values, as the service writes them, such as <c>[0...10485760]</c> or <c>[CreateTime, LogAppendTime]</c>.
    /// </summary>
    public string? ValidValues { get; set; }

    /// <summary>The type of the value, such as <c>int</c> or <c>string</c>. The service may send undocumented types.</summary>
    public string? ValueType { get; set; }

    /// <summary>When a change takes effect: <c>dynamic</c> immediately, <c>static</c> after a restart of the instance.</summary>
    public string? ConfigType { get; set; }

    internal string? ValueText { get; set; }

    internal string? DefaultText { get; set; }

    internal ConfigRule Rule => field ??= ConfigRule.Read(ValidValues, ValueType);

    /// <summary>Returns the name and the value.</summary>
    public override string ToString() => $"{Name}={ValueText}";
}

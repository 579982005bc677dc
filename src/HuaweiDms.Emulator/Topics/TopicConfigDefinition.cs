using System.Globalization;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>An additional setting of a topic, as shown in 5.5.3.</summary>
internal sealed class TopicConfigDefinition
{
    public static IReadOnlyList<TopicConfigDefinition> All { get; } =
    [
        new() { Name = "max.message.bytes", ValidValues = "[0...10485760]", DefaultValue = "10485760", ValueType = "int", IsValid = IsSize },
        new()
        {
            Name = "message.timestamp.type",
            ValidValues = "[CreateTime, LogAppendTime]",
            DefaultValue = "LogAppendTime",
            ValueType = "string",
            IsValid = value => value is "CreateTime" or "LogAppendTime",
        },
    ];

    public string Name { get; private init; } = string.Empty;

    public string ValidValues { get; private init; } = string.Empty;

    public string DefaultValue { get; private init; } = string.Empty;

    public string ValueType { get; private init; } = string.Empty;

    /// <summary>Whether a value is valid.</summary>
    public Func<string, bool> IsValid { get; private init; } = _ => true;

    public string ValueOf(KafkaTopic topic) => topic.Configs.TryGetValue(Name, out string? value) ? value : DefaultValue;

    private static bool IsSize(string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size <= 10485760;
}

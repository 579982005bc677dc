using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Reads a setting of a topic (5.5.3).</summary>
internal sealed class TopicConfigConverter() : ObjectConverter<TopicConfig>(static () => new(), Fields)
{
    private static readonly FieldTable<TopicConfig> Fields = new()
    {
        ["name"] = static (ref json, it) => it.Name = RepeatedText(ref json),
        ["valid_values"] = static (ref json, it) => it.ValidValues = RepeatedText(ref json),
        ["value_type"] = static (ref json, it) => it.ValueType = RepeatedText(ref json),
        ["config_type"] = static (ref json, it) => it.ConfigType = RepeatedText(ref json),
        ["value"] = static (ref json, it) => it.ValueText = RepeatedText(ref json),
        ["default_value"] = static (ref json, it) => it.DefaultText = RepeatedText(ref json),
    };
}

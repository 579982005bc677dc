using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>What source and sink have in common on the wire.</summary>
internal static class SmartConnectSide
{
    /// <summary>What the type of a side says when the side is not used.</summary>
    public const string NoKind = "NONE";

    /// <summary>The settings, where there are any.</summary>
    public static JsonElement? Given(JsonElement? settings)
        => settings is { ValueKind: JsonValueKind.Object } given && given.EnumerateObject().Any() ? given : null;
}

/// <summary>Writes the settings of a source as those of its kind. Reading needs the kind, which stands beside them.</summary>
internal sealed class SmartConnectSourceConverter : JsonConverter<SmartConnectSource?>
{
    public override SmartConnectSource? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException("A source is read by SmartConnectSource.Read.");

    public override void Write(Utf8JsonWriter writer, SmartConnectSource? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case KafkaReplicationSource kafka:
                JsonSerializer.Serialize(writer, kafka, ServiceJsonContext.Default.KafkaReplicationSource);
                break;
            case RedisReplicationSource redis:
                JsonSerializer.Serialize(writer, redis, ServiceJsonContext.Default.RedisReplicationSource);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}

/// <summary>Writes the settings of a sink as those of its kind.</summary>
internal sealed class SmartConnectSinkConverter : JsonConverter<SmartConnectSink?>
{
    public override SmartConnectSink? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException("A sink is read by SmartConnectSink.Read.");

    public override void Write(Utf8JsonWriter writer, SmartConnectSink? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case ObsSink obs:
                JsonSerializer.Serialize(writer, obs, ServiceJsonContext.Default.ObsSink);
                break;
            case RedisReplicationSink redis:
                JsonSerializer.Serialize(writer, redis, ServiceJsonContext.Default.RedisReplicationSink);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}

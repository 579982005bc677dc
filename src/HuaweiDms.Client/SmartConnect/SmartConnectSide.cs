using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The parts of the wire format that source and sink share.</summary>
internal static class SmartConnectSide
{
    /// <summary>The type of an unused side.</summary>
    public const string NoKind = "NONE";

    /// <summary>Returns the settings; null if they are empty.</summary>
    public static JsonElement? Given(JsonElement? settings)
        => settings is { ValueKind: JsonValueKind.Object } given && given.EnumerateObject().Any() ? given : null;
}

/// <summary>
/// Writes the settings of a source or a sink according to its kind. Reading them requires the kind, which is a separate field.
/// </summary>
internal sealed class SmartConnectSideConverter<T> : JsonConverter<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException($"{typeof(T).Name}.Read reads them.");

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case KafkaReplicationSource kafka:
                JsonSerializer.Serialize(writer, kafka, ServiceJsonContext.Default.KafkaReplicationSource);
                break;
            case RedisReplicationSource redis:
                JsonSerializer.Serialize(writer, redis, ServiceJsonContext.Default.RedisReplicationSource);
                break;
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

using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Reads a Boolean that may be sent as text or as a number; the service also sends <c>actived</c> and <c>closed</c>.</summary>
internal sealed class TolerantBooleanConverter : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static bool? Read(ref Utf8JsonReader reader)
        => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => Parse(Tolerant.ReadScalar(ref reader)),
        };

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
        => writer.WriteBooleanValue(value!.Value);

    private static bool? Parse(string? text)
        => text?.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "1" or "ACTIVED" or "ACTIVE" or "ENABLED" or "ON" or "YES" => true,
            "FALSE" or "0" or "CLOSED" or "DISABLED" or "OFF" or "NO" => false,
            _ => null,
        };
}

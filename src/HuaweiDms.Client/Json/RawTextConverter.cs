using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Reads text as the bytes that were sent, which need not be UTF-8.</summary>
internal sealed class RawTextConverter : JsonConverter<byte[]?>
{
    public override byte[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String
            ? JsonText.Unescape(reader.ValueSpan)
            : Tolerant.ReadScalar(ref reader) is { } scalar ? Encoding.UTF8.GetBytes(scalar) : null;

    public override void Write(Utf8JsonWriter writer, byte[]? value, JsonSerializerOptions options)
        => writer.WriteStringValue(Encoding.UTF8.GetString(value!));
}

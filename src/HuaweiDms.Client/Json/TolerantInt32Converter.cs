using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Reads a 32-bit integer that may be sent as text; larger values saturate.</summary>
internal sealed class TolerantInt32Converter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static int? Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) ? number : Parse(Tolerant.ReadScalar(ref reader));

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
        => writer.WriteNumberValue(value!.Value);

    internal static int? Parse(string? text)
        => TolerantInt64Converter.Parse(text) is { } wide ? (int)Math.Min(Math.Max(wide, int.MinValue), int.MaxValue) : null;
}

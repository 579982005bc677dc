using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Reads an integer that may be sent as text. 64 bits hold every offset; larger values saturate.</summary>
internal sealed class TolerantInt64Converter : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number) ? number : Parse(Tolerant.ReadScalar(ref reader));

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
        => writer.WriteNumberValue(value!.Value);

    internal static long? Parse(string? text)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long whole))
            return whole;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) || double.IsNaN(real))
            return null;
        return real >= long.MaxValue ? long.MaxValue : real <= long.MinValue ? long.MinValue : (long)real;
    }
}

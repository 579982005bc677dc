using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>A whole number that is sent as text, where the reference has it so; read in either form.</summary>
internal sealed class TextInt32Converter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => TolerantInt32Converter.Parse(Tolerant.ReadScalar(ref reader));

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture));
}

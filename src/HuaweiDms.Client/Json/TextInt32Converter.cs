using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Converts an integer that the reference requires as text; reads either form.</summary>
internal sealed class TextInt32Converter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => TolerantInt32Converter.Parse(Tolerant.ReadScalar(ref reader));

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture));
}

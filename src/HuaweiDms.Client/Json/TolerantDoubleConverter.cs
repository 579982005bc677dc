using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>A real number that may arrive as text, with a percent sign or without.</summary>
internal sealed class TolerantDoubleConverter : JsonConverter<double?>
{
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => double.TryParse(Tolerant.ReadScalar(ref reader)?.Trim().TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && !double.IsNaN(number) && !double.IsInfinity(number)
            ? number
            : null;

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
        => writer.WriteNumberValue(value!.Value);
}

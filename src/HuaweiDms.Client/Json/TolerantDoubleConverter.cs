using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Reads a real number that may be sent as text, with or without a percent sign.</summary>
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

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Reads a time sent as epoch milliseconds, as a number or as text, or as ISO 8601.</summary>
internal sealed class TolerantTimeConverter : JsonConverter<DateTimeOffset?>
{
    /// <summary>The last millisecond that DateTimeOffset can represent, counted from 1970.</summary>
    internal const long LastMillisecond = 253402300799999;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static DateTimeOffset? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number))
            return At(number);
        string? text = Tolerant.ReadScalar(ref reader);
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long milliseconds))
            return At(milliseconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
        => writer.WriteNumberValue(value!.Value.ToUnixTimeMilliseconds());

    private static DateTimeOffset? At(long milliseconds)
        => milliseconds is > 0 and <= LastMillisecond ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}

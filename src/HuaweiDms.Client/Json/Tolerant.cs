using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>
/// Readers that take a value in whatever JSON type the service sends it, which its tables and its examples tell differently: numbers and
/// booleans arrive as text, text as numbers. What cannot be read at all is taken as missing, so one odd field never costs the whole object.
/// </summary>
internal static class Tolerant
{
    /// <summary>The scalar at the reader as text; null for null, objects and arrays, which are skipped.</summary>
    public static string? ReadScalar(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return System.Text.Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }
}

/// <summary>A whole number that may arrive as text. 64 bits hold every offset; a value beyond them saturates.</summary>
internal sealed class TolerantInt64Converter : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number) ? number : Parse(Tolerant.ReadScalar(ref reader));

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteNumberValue(value.Value);
    }

    internal static long? Parse(string? text)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long whole))
            return whole;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) || double.IsNaN(real))
            return null;
        return real >= long.MaxValue ? long.MaxValue : real <= long.MinValue ? long.MinValue : (long)real;
    }
}

/// <summary>A whole number of 32 bits that may arrive as text; a value beyond them saturates.</summary>
internal sealed class TolerantInt32Converter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static int? Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) ? number : Parse(Tolerant.ReadScalar(ref reader));

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteNumberValue(value.Value);
    }

    internal static int? Parse(string? text)
        => TolerantInt64Converter.Parse(text) is { } wide ? (int)Math.Min(Math.Max(wide, int.MinValue), int.MaxValue) : null;
}

/// <summary>A boolean that may arrive as text or number; the service also says <c>actived</c> and <c>closed</c>.</summary>
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
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteBooleanValue(value.Value);
    }

    private static bool? Parse(string? text)
        => text?.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "1" or "ACTIVED" or "ACTIVE" or "ENABLED" or "ON" or "YES" => true,
            "FALSE" or "0" or "CLOSED" or "DISABLED" or "OFF" or "NO" => false,
            _ => null,
        };
}

/// <summary>A moment as epoch milliseconds, in a number or in text, or as ISO 8601.</summary>
internal sealed class TolerantTimeConverter : JsonConverter<DateTimeOffset?>
{
    /// <summary>The last millisecond of the calendar, counted from 1970.</summary>
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
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteNumberValue(value.Value.ToUnixTimeMilliseconds());
    }

    private static DateTimeOffset? At(long milliseconds)
        => milliseconds is > 0 and <= LastMillisecond ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}

/// <summary>A time of day: <c>22:00:00</c>, <c>22:00</c> or <c>22</c> (tables and examples of 5.1.2 and 5.12.1).</summary>
internal sealed class TimeOfDayConverter : JsonConverter<TimeSpan?>
{
    private static readonly string[] Forms = [@"hh\:mm\:ss", @"h\:mm\:ss", @"hh\:mm", @"h\:mm", "hh", "%h"];

    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static TimeSpan? Read(ref Utf8JsonReader reader)
        => TimeSpan.TryParseExact(Tolerant.ReadScalar(ref reader), Forms, CultureInfo.InvariantCulture, out TimeSpan time) ? time : null;

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value?.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture));
}

/// <summary>A list that arrives as one text with commas, sometimes with blanks, sometimes as an array after all.</summary>
internal sealed class CommaListConverter : JsonConverter<string[]?>
{
    public override string[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static string[]? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return Split(Tolerant.ReadScalar(ref reader));

        List<string> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Tolerant.ReadScalar(ref reader) is { Length: > 0 } item)
                items.Add(item);
        }
        return [.. items];
    }

    public override void Write(Utf8JsonWriter writer, string[]? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value is null ? null : string.Join(",", value));

    internal static string[]? Split(string? text)
        => text is null ? null : [.. text.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0)];
}

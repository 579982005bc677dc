using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>
/// Readers that take a value in whatever JSON type the service sends it (CORRECTIONS 3): numbers and booleans arrive as
/// text, text as numbers. What cannot be read at all is taken as missing, so one odd field never costs the whole object.
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
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
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
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Tolerant.ReadScalar(ref reader)?.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "1" or "ACTIVED" or "ACTIVE" or "ENABLED" or "ON" or "YES" => true,
            "FALSE" or "0" or "CLOSED" or "DISABLED" or "OFF" or "NO" => false,
            _ => null,
        };

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteBooleanValue(value.Value);
    }
}

/// <summary>A moment as epoch milliseconds, in a number or in text, or as ISO 8601.</summary>
internal sealed class TolerantTimeConverter : JsonConverter<DateTimeOffset?>
{
    /// <summary>The last millisecond of the calendar, counted from 1970.</summary>
    internal const long LastMillisecond = 253402300799999;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = Tolerant.ReadScalar(ref reader);
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long milliseconds))
            return milliseconds is > 0 and <= LastMillisecond ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteNumberValue(value.Value.ToUnixTimeMilliseconds());
    }
}

/// <summary>A time of day: <c>22:00:00</c>, <c>22:00</c> or <c>22</c> (CORRECTIONS 3).</summary>
internal sealed class TimeOfDayConverter : JsonConverter<TimeSpan?>
{
    private static readonly string[] Forms = [@"hh\:mm\:ss", @"h\:mm\:ss", @"hh\:mm", @"h\:mm", "hh", "%h"];

    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => TimeSpan.TryParseExact(Tolerant.ReadScalar(ref reader), Forms, CultureInfo.InvariantCulture, out TimeSpan time) ? time : null;

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value?.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture));
}

/// <summary>A list that arrives as one text with commas, sometimes with blanks, sometimes as an array after all.</summary>
internal sealed class CommaListConverter : JsonConverter<string[]?>
{
    public override string[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
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

/// <summary>Any JSON value in the types a script expects: long, double, bool, string, array, dictionary.</summary>
internal sealed class NaturalObjectConverter : JsonConverter<object?>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return reader.TryGetInt64(out long whole) ? (object)whole : reader.GetDouble();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, options);
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, options);
            default:
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case IReadOnlyDictionary<string, object?> fields:
                writer.WriteStartObject();
                foreach (KeyValuePair<string, object?> field in fields)
                {
                    writer.WritePropertyName(field.Key);
                    Write(writer, field.Value, options);
                }
                writer.WriteEndObject();
                break;
            case object?[] items:
                writer.WriteStartArray();
                foreach (object? item in items)
                    Write(writer, item, options);
                writer.WriteEndArray();
                break;
            case double real when !double.IsNaN(real) && !double.IsInfinity(real):
                writer.WriteNumberValue(real);
                break;
            case float real when !float.IsNaN(real) && !float.IsInfinity(real):
                writer.WriteNumberValue(real);
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private object?[] ReadArray(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        List<object?> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Read(ref reader, typeof(object), options));
        return [.. items];
    }

    private Dictionary<string, object?> ReadObject(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        Dictionary<string, object?> fields = new(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            fields[name] = Read(ref reader, typeof(object), options);
        }
        return fields;
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>
/// Reads a number of bytes, sent as <c>66G</c>, <c>53M</c>, <c>8.0K</c> or a plain number. Each unit is 1024 times the previous one.
/// </summary>
internal sealed class ByteSizeConverter : JsonConverter<long?>
{
    /// <summary>Bytes, then units of 1024 times the previous one.</summary>
    private const string Units = "BKMGTPE";

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(Tolerant.ReadScalar(ref reader));

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
        => writer.WriteNumberValue(value!.Value);

    /// <summary>Returns the number of bytes; null if the text is not a size.</summary>
    internal static long? Parse(string? text)
    {
        string trimmed = (text ?? string.Empty).Trim().ToUpperInvariant();
        if (trimmed.EndsWith("IB", StringComparison.Ordinal))
            trimmed = trimmed.Substring(0, trimmed.Length - 2);
        else if (trimmed.Length > 1 && trimmed.EndsWith("B", StringComparison.Ordinal) && char.IsLetter(trimmed[trimmed.Length - 2]))
            trimmed = trimmed.Substring(0, trimmed.Length - 1);
        int unit = trimmed.Length == 0 ? -1 : Units.IndexOf(trimmed[trimmed.Length - 1]);
        string number = unit < 0 ? trimmed : trimmed.Substring(0, trimmed.Length - 1).TrimEnd();
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
            return null;
        decimal factor = 1L << (10 * Math.Max(unit, 0));
        return value > long.MaxValue / factor ? long.MaxValue : (long)Math.Round(value * factor, MidpointRounding.AwayFromZero);
    }

    /// <summary>Formats a size for the service: whole K, M or G, in the largest exact unit; fractions of a K are rounded up.</summary>
    internal static string Format(long bytes)
    {
        long value = (bytes + 1023) / 1024;
        int unit = 1;
        for (; unit < 3 && value > 0 && value % 1024 == 0; unit++)
            value /= 1024;
        return value.ToString(CultureInfo.InvariantCulture) + Units[unit];
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Converts a time of day: <c>22:00:00</c>, <c>22:00</c> or <c>22</c> (tables and examples of 5.1.2 and 5.12.1).</summary>
internal sealed class TimeOfDayConverter : JsonConverter<TimeSpan?>
{
    private static readonly string[] Forms = [@"hh\:mm\:ss", @"h\:mm\:ss", @"hh\:mm", @"h\:mm", "hh", "%h"];

    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static TimeSpan? Read(ref Utf8JsonReader reader)
        => Parse(Tolerant.ReadScalar(ref reader));

    /// <summary>Parses a time of day; returns null for other text.</summary>
    internal static TimeSpan? Parse(string? text)
        => TimeSpan.TryParseExact(text, Forms, CultureInfo.InvariantCulture, out TimeSpan time) ? time : null;

    /// <summary>Formats a time of day for display.</summary>
    internal static string? ToText(TimeSpan? time)
        => time?.ToString(time.Value.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value!.Value.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture));
}

using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Reads a time that begins with year, month and day in ISO 8601 form, regardless of the machine's calendar: in the Thai calendar
/// 2026 is long past, in the Persian one far in the future. A number is a time as Kafka writes it, in milliseconds since 1970. A time
/// from a Clixml file is used as it is. Anything else is read as PowerShell does.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MomentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? data = PSValue.Unwrap(inputData);
        if (Milliseconds(data) is { } counted)
            return counted;
        if (WrongForm(data) is { } form)
            throw new ArgumentTransformationMetadataException(form);
        if (data is not string text || Read(text) is not { } time)
            return OfCopy(inputData) ?? inputData;
        if (ClockChange(text, TimeZoneInfo.Local) is { } rule)
            throw new ArgumentTransformationMetadataException(rule);
        return time;
    }

    /// <summary>The time of a number, or of its text, with 12 or 13 digits: milliseconds since 1970. Null for anything else.</summary>
    internal static DateTimeOffset? Milliseconds(object? data)
        => TextOf(data) is { } text && text.Length is 12 or 13 && text.All(character => character is >= '0' and <= '9')
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture))
            : null;

    /// <summary>What is wrong with a number or a text that is not a time; null for anything else, which PowerShell converts.</summary>
    internal static string? WrongForm(object? data)
        => data is string text && (Read(text) is not null || DateTimeOffset.TryParse(text, CultureInfo.CurrentCulture, DateTimeStyles.None, out _)) ? null
            : TextOf(data) is { } unreadable ? Format(Text.TimeRule, unreadable)
            : null;

    /// <summary>The time, local if it has no zone; null for any other form.</summary>
    internal static DateTimeOffset? Read(string text)
        => HasIsoForm(text.Trim()) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset time) ? time : null;

    /// <summary>
    /// What is wrong with a time without a zone that clocks show never or twice, because they are changed that night; null for any
    /// other. It must not be guessed which hour is meant.
    /// </summary>
    internal static string? ClockChange(string text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime clock) || clock.Kind != DateTimeKind.Unspecified)
            return null;
        if (zone.IsInvalidTime(clock))
            return Format(Text.SkippedTimeRule, text, zone.Id);
        if (!zone.IsAmbiguousTime(clock))
            return null;
        DateTimeOffset[] meanings = [.. zone.GetAmbiguousTimeOffsets(clock).Select(offset => new DateTimeOffset(clock, offset)).OrderBy(meaning => meaning)];
        return Format(Text.RepeatedTimeRule, text, zone.Id, Written(meanings[0]), Written(meanings[1]));
    }

    /// <summary>
    /// The time in a deserialized copy, of which PowerShell keeps the properties but does not restore a time. Null for anything
    /// else.
    /// </summary>
    internal static DateTimeOffset? OfCopy(object? value)
        => value is PSObject copy && copy.TypeNames.Contains("Deserialized." + typeof(DateTimeOffset).FullName)
            && PSValue.Unwrap(copy.Properties[nameof(DateTimeOffset.UtcDateTime)]?.Value) is DateTime time
                ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))
                : null;

    /// <summary>A text, or a number as text; null for anything else.</summary>
    private static string? TextOf(object? data)
        => data switch
        {
            string text => text.Trim(),
            IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };

    private static bool HasIsoForm(string text) => text.Length >= 10 && text[4] == '-' && text[7] == '-';

    private static string Written(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}

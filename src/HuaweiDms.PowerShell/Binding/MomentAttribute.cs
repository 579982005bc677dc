using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Reads a time that begins with year, month and day in ISO 8601 form, regardless of the machine's calendar: in the Thai calendar
/// 2026 is long past, in the Persian one far in the future. A time from a Clixml file is used as it is. Anything else is read as
/// PowerShell does.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MomentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (PSValue.Unwrap(inputData) is not string text || Read(text) is not { } time)
            return OfCopy(inputData) ?? inputData;
        if (ClockChange(text, TimeZoneInfo.Local) is { } rule)
            throw new ArgumentTransformationMetadataException(rule);
        return time;
    }

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

    private static bool HasIsoForm(string text) => text.Length >= 10 && text[4] == '-' && text[7] == '-';

    private static string Written(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}

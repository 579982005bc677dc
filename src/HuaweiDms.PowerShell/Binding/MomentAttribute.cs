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
        => PSValue.Unwrap(inputData) is string text && Read(text) is { } time ? time : OfCopy(inputData) ?? inputData;

    /// <summary>The time, local if it has no zone; null for any other form.</summary>
    internal static DateTimeOffset? Read(string text)
    {
        string trimmed = text.Trim();
        return trimmed.Length >= 10 && trimmed[4] == '-' && trimmed[7] == '-'
            && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset time)
                ? time
                : null;
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
}

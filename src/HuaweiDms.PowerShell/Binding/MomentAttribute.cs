using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Reads a time that begins with year, month and day as ISO 8601 has it, whatever calendar the machine counts in: to a Thai one
/// 2026 is long past, to a Persian one far ahead. What a Clixml file has of a time is that time. Anything else is read as
/// PowerShell does.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MomentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) is string text && Read(text) is { } time ? time : OfCopy(inputData) ?? inputData;

    /// <summary>The time, local where it names no zone; null for what has another form.</summary>
    internal static DateTimeOffset? Read(string text)
    {
        string trimmed = text.Trim();
        return trimmed.Length >= 10 && trimmed[4] == '-' && trimmed[7] == '-'
            && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset time)
                ? time
                : null;
    }

    /// <summary>The time that a copy tells of: PowerShell keeps its properties and makes no time of them. Null for anything else.</summary>
    internal static DateTimeOffset? OfCopy(object? value)
        => value is PSObject copy && copy.TypeNames.Contains("Deserialized." + typeof(DateTimeOffset).FullName)
            && PSValue.Unwrap(copy.Properties[nameof(DateTimeOffset.UtcDateTime)]?.Value) is DateTime time
                ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))
                : null;
}

using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Refuses a bare number for a time span. PowerShell reads 30 as 30 ticks and '30' as 30 days, and neither is meant. For a text
/// that is not a time span, such as 2h, the error explains the format.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether an empty cell of a CSV file means no time span.</summary>
    public bool MayBeEmpty { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? data = PSValue.Unwrap(inputData);
        if (MayBeEmpty && data is string cell && string.IsNullOrWhiteSpace(cell))
            return null!;
        if (HasNoUnit(data))
            throw new ArgumentTransformationMetadataException(Format(Text.DurationUnitRule, data));
        if (data is string text && !IsTimeSpan(text))
            throw new ArgumentTransformationMetadataException(Format(Text.DurationFormatRule, data));
        return inputData;
    }

    /// <summary>Whether it is a number or the text of one, other than zero, which needs no unit.</summary>
    internal static bool HasNoUnit(object? data)
    {
        string? text = data switch
        {
            string given => given.Trim(),
            IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        return text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value != 0;
    }

    private static bool IsTimeSpan(string text) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _) || TimeSpan.TryParse(text, out _);
}

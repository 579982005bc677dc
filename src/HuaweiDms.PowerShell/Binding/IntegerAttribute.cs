using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Refuses a value that is not a whole number, or is out of range: PowerShell silently rounds 1.5 to 2, and for a list or 2000GB it
/// only reports the types. Other values are converted by PowerShell as usual.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IntegerAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether an empty cell of a CSV file means no number; PowerShell converts it to 0.</summary>
    public bool MayBeEmpty { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = OneValueAttribute.Of(inputData);
        if (MayBeEmpty && PSValue.Unwrap(value) is string text && string.IsNullOrWhiteSpace(text))
            return null!;
        return RuleOf(PSValue.Unwrap(value)) is { } rule
            ? throw new ArgumentTransformationMetadataException(Format(rule, value))
            : value!;
    }

    /// <summary>The rule that a value breaks; null for a number and for an empty CSV cell, which means no number.</summary>
    internal static string? RuleOf(object? value)
    {
        double number;
        switch (value)
        {
            case string text when string.IsNullOrWhiteSpace(text):
                return null;
            case string text:
                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
                    return Text.IntegerRule;
                break;
            case IConvertible convertible when convertible.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal:
                number = convertible.ToDouble(CultureInfo.InvariantCulture);
                break;
            default:
                return null;
        }
        return Math.Truncate(number) != number ? Text.IntegerRule
            : number is < int.MinValue or > int.MaxValue ? Text.IntegerSizeRule
            : null;
    }
}

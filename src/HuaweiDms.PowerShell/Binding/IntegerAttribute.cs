using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Refuses what is no whole number, or more than any: PowerShell rounds 1.5 to 2 without a word, and says of a list and of 2000GB
/// what their types are. What is neither number nor text, PowerShell converts as ever.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IntegerAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether an empty cell of a CSV file is no number; PowerShell makes 0 of it.</summary>
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

    /// <summary>What a value breaks; null for a number, and for an empty cell of a CSV file, which is no number and no mistake either.</summary>
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

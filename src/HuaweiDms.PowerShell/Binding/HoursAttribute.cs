using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Refuses 2d for a number of hours: it is meant as two days, but PowerShell reads it as the decimal number 2, and a topic would keep its
/// messages for two hours. The text of a number on the command line is what was typed.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HoursAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) is decimal hours && inputData.ToString()!.EndsWith("d", StringComparison.OrdinalIgnoreCase)
            ? throw new ArgumentTransformationMetadataException(Format(Text.HoursRule, inputData, hours))
            : inputData;
}

using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Reads a switch that comes as a cell of a CSV file: PowerShell makes no switch of a text, and where that is a property it leaves it
/// out without a word, so that another thing is meant. An empty cell is a switch that is not given.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SwitchAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => new SwitchParameter(IsOn(inputData));

    /// <summary>Whether the switch is given.</summary>
    internal static bool IsOn(object? data)
    {
        Flag flag = new(OneValueAttribute.Of(data)!);
        return flag.IsBad ? throw new ArgumentTransformationMetadataException(Format(Text.SwitchRule, flag)) : flag.Value == true;
    }
}

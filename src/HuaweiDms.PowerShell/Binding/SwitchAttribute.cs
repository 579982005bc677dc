using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Reads a switch from a CSV cell: PowerShell does not convert a text to a switch and silently ignores a property it cannot
/// convert, which would change the meaning. An empty cell means that the switch is absent.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SwitchAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => new SwitchParameter(IsOn(inputData));

    /// <summary>Whether the switch is set.</summary>
    internal static bool IsOn(object? data)
    {
        Flag flag = new(OneValueAttribute.Of(data)!);
        return flag.IsBad ? throw new ArgumentTransformationMetadataException(Format(Text.SwitchRule, flag)) : flag.Value == true;
    }
}

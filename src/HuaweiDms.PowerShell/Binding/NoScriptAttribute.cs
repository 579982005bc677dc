using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Refuses a script block where a text is wanted that the pipeline cannot bring: PowerShell takes the block's source for the text,
/// where a person expects what it makes of each object.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NoScriptAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) is ScriptBlock ? throw new ArgumentTransformationMetadataException(Text.NoScript) : inputData;
}

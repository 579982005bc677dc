using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Refuses a script block for a text that cannot come from the pipeline: PowerShell would use the source of the block as the text,
/// while the user expects its result for each object.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NoScriptAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) is ScriptBlock ? throw new ArgumentTransformationMetadataException(Text.NoScript) : inputData;
}

using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Explains what happened when the quotes around a path are missing: PowerShell reads {project_id} as a script block, which is then
/// bound to the next parameter, the method.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ApiMethodAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) is ScriptBlock part
            ? throw new ArgumentTransformationMetadataException(Format(Text.UnquotedPathRule, part))
            : inputData!;
}

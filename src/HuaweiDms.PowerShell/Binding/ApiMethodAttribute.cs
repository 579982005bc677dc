using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Tells whoever leaves out the quotes around a path what has become of it: PowerShell takes its {project_id} for a script block,
/// which comes next and so is the method.
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

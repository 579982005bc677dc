using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Uses the id of a project that is given as an object; PowerShell would use its text, which is the name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ProjectIdAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => OneValueAttribute.Of(inputData) is { } project && PSValue.Unwrap(PSObject.AsPSObject(project).Properties["ProjectId"]?.Value) is string id ? id : inputData;
}

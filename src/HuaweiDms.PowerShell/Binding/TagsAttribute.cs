using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Accepts several tags in a list, which PowerShell does not convert to a single object.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TagsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) is null or TagTable ? inputData : new TagTable(inputData);
}

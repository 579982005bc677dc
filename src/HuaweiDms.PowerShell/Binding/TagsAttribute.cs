using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Takes several tags in a list: PowerShell makes no one object of a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TagsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) is null or TagTable ? inputData : new TagTable(inputData);
}

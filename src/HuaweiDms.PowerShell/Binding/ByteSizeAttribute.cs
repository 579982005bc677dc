using System.Management.Automation;
using HuaweiDms.Json;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Takes sizes as the service writes them, such as 53M, beside PowerShell's own 53MB.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ByteSizeAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? data = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (data is not string text)
            return data!;
        return ByteSizeConverter.Parse(text)
            ?? throw new ArgumentTransformationMetadataException(Format(Text.ByteSizeRule, text));
    }
}

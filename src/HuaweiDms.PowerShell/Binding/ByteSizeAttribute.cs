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
        object? data = PSValue.Unwrap(inputData);
        if (data is not string text)
            return data!;
        // An empty cell of a CSV file is no size, and no mistake either.
        if (string.IsNullOrWhiteSpace(text))
            return null!;
        // More than there are numbers for is read as the largest of them: an answer may say so, a person did not mean that.
        return ByteSizeConverter.Parse(text) is { } bytes and < long.MaxValue
            ? bytes
            : throw new ArgumentTransformationMetadataException(Format(Text.ByteSizeRule, text));
    }
}

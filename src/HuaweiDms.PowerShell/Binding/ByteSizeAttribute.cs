using System.Management.Automation;
using HuaweiDms.Json;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Accepts sizes in the notation of the service, such as 53M, in addition to PowerShell's own 53MB.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ByteSizeAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? data = PSValue.Unwrap(inputData);
        if (data is not string text)
            return data!;
        // An empty cell of a CSV file means no size and is not an error.
        if (string.IsNullOrWhiteSpace(text))
            return null!;
        // A size above the largest number is read as that number. A response may contain one, but a user did not mean it.
        return ByteSizeConverter.Parse(text) is { } bytes and < long.MaxValue
            ? bytes
            : throw new ArgumentTransformationMetadataException(Format(Text.ByteSizeRule, text));
    }
}

using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Refuses less storage than the smallest instance has (5.1.1). The maximum depends on the product and is checked by the service.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StorageSpaceAttribute : ValidateArgumentsAttribute
{
    private const int MinGB = 300;

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not int space || space < MinGB)
            throw new ValidationMetadataException(Format(Text.StorageSpaceRule, arguments));
    }
}

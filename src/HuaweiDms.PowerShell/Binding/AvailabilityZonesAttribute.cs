using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Refuses two availability zones: the service accepts one, or three or more (5.1.1).</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AvailabilityZonesAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        int count = arguments is Array zones ? zones.Length : 1;
        if (count is 0 or 2)
            throw new ValidationMetadataException(Format(Text.AvailabilityZoneRule, count));
    }
}

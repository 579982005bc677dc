using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Refuses a value that is not a time of day.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeOfDayAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is TimeSpan time && (time < TimeSpan.Zero || time >= TimeSpan.FromDays(1)))
            throw new ValidationMetadataException(Format(Text.TimeOfDayRule, arguments));
    }
}

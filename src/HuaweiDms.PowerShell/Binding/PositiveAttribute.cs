using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Refuses a time span that is not positive, or longer than a week.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PositiveAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is TimeSpan time && (time <= TimeSpan.Zero || time > TimeSpan.FromDays(7)))
            throw new ValidationMetadataException(Format(Text.DurationRule, arguments));
    }
}

using System.Management.Automation;
using System.Text.RegularExpressions;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Refuses a name that no instance can have (5.1.1) and explains the rule.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InstanceNameAttribute : ValidateArgumentsAttribute
{
    private static readonly Regex Form = new(@"\A[A-Za-z][A-Za-z0-9_-]{3,63}\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Whether it has the form of an instance name. User names have the same form (5.7.1).</summary>
    public static bool Fits(string name) => Form.IsMatch(name);

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string name || !Fits(name))
            throw new ValidationMetadataException(Format(Text.InstanceNameRule, arguments));
    }
}

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

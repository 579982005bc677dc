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

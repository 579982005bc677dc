using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Refuses a value that is not a path, such as a whole address, and characters that must be percent-encoded.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ApiPathAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string path || path.Length == 0 || path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal)
            || path.Any(character => character is <= ' ' or > '~' or '#' or '\\'))
            throw new ValidationMetadataException(Format(Text.ApiPathRule, arguments));
    }
}

using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Refuses a text that is too long. One that is null, as an empty cell of a JSON file is, a ValidateLength refuses, too.</summary>
/// <param name="most">The most characters.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AtMostAttribute(int most) : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (PSValue.Unwrap(arguments) is string text && text.Length > most)
            throw new ValidationMetadataException(Format(Text.LengthRule, text.Length, most));
    }
}

using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Refuses a text that is too long. Accepts null (an empty cell of a JSON file), which a ValidateLength would also refuse.
/// </summary>
/// <param name="most">The most characters.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AtMostAttribute(int most) : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (PSValue.Unwrap(arguments) is string text && text.Length > most)
            throw new ValidationMetadataException(Format(Text.TextTooLong, text.Length, most));
    }
}

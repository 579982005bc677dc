using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Refuses a number out of range. Accepts an empty CSV cell, which a ValidateRange would also refuse.</summary>
/// <param name="least">The least.</param>
/// <param name="most">The most.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WithinAttribute(int least, int most) : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (PSValue.Unwrap(arguments) is int number && (number < least || number > most))
            throw new ValidationMetadataException(most == int.MaxValue ? Format(Text.LeastRule, number, least) : Format(Text.WithinRule, number, least, most));
    }
}

using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Converts values to the spelling in the ValidateSet of their parameter. PowerShell compares them ignoring case; the service and
/// the code here do not.
/// </summary>
/// <param name="cmdlet">The class that declares the parameter.</param>
/// <param name="parameter">The name of the parameter, filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CanonicalCaseAttribute(Type cmdlet, [CallerMemberName] string parameter = "") : ArgumentTransformationAttribute
{
    private readonly Lazy<IList<string>> _listed
        = new(() => cmdlet.GetProperty(parameter)!.GetCustomAttribute<ValidateSetAttribute>()!.ValidValues);

    /// <summary>Whether a text can be a CSV cell with several of the values.</summary>
    public bool AllowsList { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) switch
        {
            // Null is an empty cell of a JSON file; a ValidateSet refuses it.
            null when AllowsList => Array.Empty<string>(),
            null when cmdlet.GetProperty(parameter)!.PropertyType == typeof(Choice) => string.Empty,
            string cell when AllowsList => SemicolonListAttribute.Of(cell).Select(Canonicalize).ToArray(),
            string value => Canonicalize(value)!,
            Enum value => Canonicalize(value.ToString())!,
            IEnumerable values => values.Cast<object?>().Select(value => Canonicalize(value?.ToString())).ToArray(),
            _ => inputData!,
        };

    /// <summary>Leaves an unlisted value unchanged, so that the ValidateSet reports the valid ones.</summary>
    private string? Canonicalize(string? value)
        => _listed.Value.FirstOrDefault(listed => string.Equals(listed, value, StringComparison.OrdinalIgnoreCase)) ?? value;
}

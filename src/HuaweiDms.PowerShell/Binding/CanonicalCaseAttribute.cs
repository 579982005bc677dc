using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Gives values the spelling that they have in the ValidateSet of their parameter. PowerShell compares without case; the service,
/// and whoever looks at the value here, does not.
/// </summary>
/// <param name="cmdlet">The class that has the parameter.</param>
/// <param name="parameter">The parameter, which need not be said.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CanonicalCaseAttribute(Type cmdlet, [CallerMemberName] string parameter = "") : ArgumentTransformationAttribute
{
    private readonly Lazy<IList<string>> _listed
        = new(() => cmdlet.GetProperty(parameter)!.GetCustomAttribute<ValidateSetAttribute>()!.ValidValues);

    /// <summary>Whether a text can be a cell of a CSV file that has several of the values.</summary>
    public bool AllowsList { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) switch
        {
            // Nothing is an empty cell of a JSON file; a ValidateSet refuses it.
            null when AllowsList => Array.Empty<string>(),
            null when cmdlet.GetProperty(parameter)!.PropertyType == typeof(Choice) => string.Empty,
            string cell when AllowsList => SemicolonListAttribute.Of(cell).Select(Canonicalize).ToArray(),
            string value => Canonicalize(value)!,
            Enum value => Canonicalize(value.ToString())!,
            IEnumerable values => values.Cast<object?>().Select(value => Canonicalize(value?.ToString())).ToArray(),
            _ => inputData!,
        };

    /// <summary>What is not listed stays as it is: then the ValidateSet says what is.</summary>
    private string? Canonicalize(string? value)
        => _listed.Value.FirstOrDefault(listed => string.Equals(listed, value, StringComparison.OrdinalIgnoreCase)) ?? value;
}

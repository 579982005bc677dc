using System.Collections;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Accepts a connection name, a connection, a row that a file or Select-Object made from one, and anything that was read through
/// one: such an object has its connection in Context, and its own name means something else.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionNamesAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) switch
        {
            string or null => inputData,
            IList several => several.Cast<object?>().Select(NameOf).ToArray(),
            _ => NameOf(inputData)!,
        };

    private static string? NameOf(object? item)
    {
        if (PSValue.Unwrap(item) is null or string)
            return (string?)PSValue.Unwrap(item);
        PSObject row = PSObject.AsPSObject(item!);
        return Value(row, "Context")
            ?? (ObjectKind.IsOtherThan(typeof(DmsContext), row) ? null : Value(row, nameof(DmsContext.Name)))
            ?? throw new InvalidCastException(Text.InputHasNoContext);
    }

    private static string? Value(PSObject row, string property) => row.Properties[property]?.Value?.ToString() is { Length: > 0 } text ? text : null;
}

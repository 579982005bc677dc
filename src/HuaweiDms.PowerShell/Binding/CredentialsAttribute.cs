using System.Collections;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Does what [Credential] does, but for lists, which PowerShell does not support: for a name alone, it prompts for the password.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CredentialsAttribute : ArgumentTransformationAttribute
{
    private static readonly CredentialAttribute One = new();

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? data = PSValue.Unwrap(inputData);
        return data is IEnumerable several and not string
            ? several.Cast<object?>().Select(item => Named(engineIntrinsics, item)).ToArray()
            : Named(engineIntrinsics, inputData)!;
    }

    private static object? Named(EngineIntrinsics engineIntrinsics, object? item)
        => PSValue.Unwrap(item) is string name ? One.Transform(engineIntrinsics, name) : item;
}

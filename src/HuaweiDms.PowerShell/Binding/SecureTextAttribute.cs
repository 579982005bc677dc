using System.Management.Automation;
using System.Security;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Takes plain text where a SecureString belongs, because pipelines have secrets in variables; whoever types one sees it
/// on the screen anyway.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecureTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? data = PSValue.Unwrap(inputData);
        return data is string text ? Secure(text) : data!;
    }

    /// <summary>A text as what keeps it from being seen.</summary>
    internal static SecureString Secure(string text)
    {
        SecureString secure = new();
        foreach (char character in text)
            secure.AppendChar(character);
        secure.MakeReadOnly();
        return secure;
    }
}

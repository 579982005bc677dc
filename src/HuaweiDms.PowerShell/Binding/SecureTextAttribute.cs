using System.Management.Automation;
using System.Security;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Accepts plain text for a SecureString, because automation keeps secrets in variables; a typed secret is visible on the screen
/// anyway.
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

    /// <summary>Converts a text to a SecureString.</summary>
    internal static SecureString Secure(string text)
    {
        SecureString secure = new();
        foreach (char character in text)
            secure.AppendChar(character);
        secure.MakeReadOnly();
        return secure;
    }
}

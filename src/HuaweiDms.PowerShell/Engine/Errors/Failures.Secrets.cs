using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <content>Failures of vaults that provide keys.</content>
internal static partial class Failures
{
    /// <summary>The session has no command to read secrets.</summary>
    public static Failure SecretManagementMissing()
        => Of(DmsErrorKind.CredentialNotFound, "HuaweiDms.SecretManagementMissing", null, Text.SecretManagementMissing, Text.SecretManagementMissingAdvice);

    /// <summary>A vault did not return a secret.</summary>
    public static Failure SecretNotRead(string name, string? vault, string why, Exception? cause)
    {
        string message = vault is null ? Format(Text.SecretNotRead, name, why) : Format(Text.SecretNotReadFrom, name, vault, why);
        return new(
            new DmsException(DmsErrorKind.CredentialNotFound, "HuaweiDms.SecretNotRead", message, cause),
            "HuaweiDms.SecretNotRead", ErrorCategory.AuthenticationError, name, message, Text.SecretNotReadAdvice);
    }

    /// <summary>A secret exists but contains no keys.</summary>
    public static Failure SecretHasNoKeys(string name, string why)
        => Of(DmsErrorKind.CredentialNotFound, "HuaweiDms.SecretHasNoKeys", name, Format(Text.SecretHasNoKeys, name, why), Text.SecretHasNoKeysAdvice);
}

using System.Management.Automation;
using System.Security;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class SecretsAreSecure
{
    private static readonly string[] SecretWords = ["Secret", "Password", "Token", "Credential"];

    /// <summary>The emulator's own key protects nothing; the name and the location of a secret are not secret.</summary>
    private static readonly HashSet<string> NoSecrets = ["Start-DmsEmulator -SecretKey", "Connect-Dms -SecretName", "Connect-Dms -SecretVault"];

    [Fact]
    public void Secrets_are_accepted_only_as_SecureString_or_PSCredential()
        => Assert.All(
            CmdletClasses.All.SelectMany(cmdlet => CmdletClasses.Parameters(cmdlet), (cmdlet, parameter) => (Cmdlet: CmdletClasses.NameOf(cmdlet), parameter))
                .Where(pair => Array.Exists(SecretWords, word => pair.parameter.Name.Contains(word, StringComparison.Ordinal))
                    && !NoSecrets.Contains($"{pair.Cmdlet} -{pair.parameter.Name}")),
            pair => Assert.True(
                (pair.parameter.PropertyType.GetElementType() ?? pair.parameter.PropertyType) is var type && (type == typeof(SecureString) || type == typeof(PSCredential)),
                $"{pair.Cmdlet} -{pair.parameter.Name} is {pair.parameter.PropertyType.Name}."));

    [Fact]
    public void Each_secret_parameter_accepts_the_types_that_pipelines_use()
        => Assert.All(
            CmdletClasses.All.SelectMany(cmdlet => CmdletClasses.Parameters(cmdlet), (cmdlet, parameter) => (Cmdlet: CmdletClasses.NameOf(cmdlet), parameter)),
            pair =>
            {
                string? needed = pair.parameter.PropertyType == typeof(SecureString) ? "SecureTextAttribute"
                    : pair.parameter.PropertyType == typeof(PSCredential) ? "CredentialAttribute"
                    : pair.parameter.PropertyType == typeof(PSCredential[]) ? "CredentialsAttribute"
                    : null;
                Assert.True(
                    needed is null || pair.parameter.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == needed),
                    $"{pair.Cmdlet} -{pair.parameter.Name} has no {needed}.");
            });
}

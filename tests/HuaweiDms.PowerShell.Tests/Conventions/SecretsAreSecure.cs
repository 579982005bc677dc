using System.Management.Automation;
using System.Security;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class SecretsAreSecure
{
    private static readonly string[] SecretWords = ["Secret", "Password", "Token", "Credential"];

    /// <summary>The emulator's own key protects nothing; the name and the location of a secret are not secret.</summary>
    private static readonly HashSet<string> NoSecrets = ["Start-DmsEmulator -SecretKey", "Connect-Dms -SecretName", "Connect-Dms -SecretVault"];

    [Fact]
    public void Secrets_are_accepted_only_as_SecureString_or_PSCredential()
        => Assert.All(
            CmdletParameter.All.Where(parameter => Array.Exists(SecretWords, word => parameter.Name.Contains(word, StringComparison.Ordinal)) && !NoSecrets.Contains(parameter.ToString())),
            parameter =>
            {
                Type type = parameter.Property.PropertyType.GetElementType() ?? parameter.Property.PropertyType;
                Assert.True(type == typeof(SecureString) || type == typeof(PSCredential), $"{parameter} is {type.Name}.");
            });

    [Fact]
    public void Each_secret_parameter_accepts_the_types_that_pipelines_use()
        => Assert.All(CmdletParameter.All, parameter =>
        {
            Type type = parameter.Property.PropertyType;
            if (type == typeof(SecureString))
                Assert.True(parameter.Has<SecureTextAttribute>(), $"{parameter} lacks [SecureText].");
            if (type == typeof(PSCredential))
                Assert.True(parameter.Has<CredentialAttribute>(), $"{parameter} lacks [Credential].");
            if (type == typeof(PSCredential[]))
                Assert.True(parameter.Has<CredentialsAttribute>(), $"{parameter} lacks [Credentials].");
        });
}

using System.Collections;
using System.Management.Automation;
using System.Security;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads keys from a vault of SecretManagement with the session's own Get-Secret; the module has no dependency on it. One secret
/// holds both keys, as a PSCredential or a hashtable; a vault that stores only text has one secret for each key.
/// </summary>
/// <param name="commands">The session's commands.</param>
/// <param name="vault">The vault to read; null for every registered vault.</param>
internal sealed class SecretVault(CommandInvocationIntrinsics commands, string? vault)
{
    private const string GetSecret = "Get-Secret";
    private const string Script = "param([hashtable] $query) Get-Secret @query -ErrorAction Stop";

    private static readonly string[] PartNames = ["access key", "secret key", "security token"];

    /// <summary>Reads the secret of one name, or one secret for each part. Call on the pipeline's thread.</summary>
    /// <exception cref="FailureException">There is no Get-Secret, the vault does not respond, or the secret contains no keys.</exception>
    public CredentialOrigin Find(IReadOnlyList<string> names)
    {
        try
        {
            return FindKeys(names);
        }
        catch (DmsException wrong)
        {
            throw new FailureException(Failures.From(wrong, names[0]));
        }
    }

    private CredentialOrigin FindKeys(IReadOnlyList<string> names)
    {
        if (commands.GetCommand(GetSecret, CommandTypes.Cmdlet | CommandTypes.Function | CommandTypes.Alias) is null)
            throw new FailureException(Failures.SecretManagementMissing());
        if (names.Count > PartNames.Length)
            throw new FailureException(Failures.InvalidArgument("SecretName", string.Join(", ", names), Text.SecretNameCountRule));
        string source = vault is null ? $"secret '{names[0]}'" : $"secret '{names[0]}' in '{vault}'";
        if (names.Count == 1)
            return OriginOf(names[0], Ask(names[0]), source);
        SecureString[] parts = [.. names.Select((name, index) => Secure(Ask(name)) ?? throw NoKeys(name, Format(Text.SecretIsNoText, PartNames[index])))];
        return new(Credential(parts[0], parts[1], parts.Length > 2 ? parts[2] : null), source);
    }

    private static CredentialOrigin OriginOf(string name, object secret, string source)
        => secret switch
        {
            PSCredential login => new(new AccessKeyCredential(login.UserName, Secret.From(login.Password)), source),
            IDictionary table => OriginOf(name, table, source),
            _ => throw NoKeys(name, Text.SecretIsOneText),
        };

    private static CredentialOrigin OriginOf(string name, IDictionary table, string source)
    {
        SecureString Part(string key, string shortKey) => Value(table, key, shortKey) ?? throw NoKeys(name, Format(Text.SecretLacksPart, key));
        return new(Credential(Part("AccessKey", "ak"), Part("SecretKey", "sk"), Value(table, "SecurityToken", "security_token")), source)
        {
            Region = Value(table, "Region", "region") is { } region ? Reveal(region) : null,
            ProjectId = Value(table, "ProjectId", "project_id") is { } project ? Reveal(project) : null,
        };
    }

    private static AccessKeyCredential Credential(SecureString accessKey, SecureString secretKey, SecureString? token)
        => new(Reveal(accessKey), Secret.From(secretKey), Secret.FromOptional(token));

    private static SecureString? Value(IDictionary table, params string[] keys)
        => table.Keys.OfType<string>().FirstOrDefault(key => keys.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } found ? Secure(table[found]) : null;

    private static SecureString? Secure(object? value)
        => PSValue.Unwrap(value) switch
        {
            SecureString secure => secure,
            string text => Binding.SecureTextAttribute.Secure(text),
            _ => null,
        };

    /// <summary>For values that are not secret but stored together with one.</summary>
    private static string Reveal(SecureString value) => new System.Net.NetworkCredential(string.Empty, value).Password;

    private static FailureException NoKeys(string name, string why) => new(Failures.SecretHasNoKeys(name, why));

    private object Ask(string name)
    {
        Hashtable query = new() { ["Name"] = name };
        if (vault is not null)
            query["Vault"] = vault;
        try
        {
            return commands.InvokeScript(useLocalScope: true, ScriptBlock.Create(Script), new List<object>(), query).Select(PSValue.Unwrap).FirstOrDefault(found => found is not null)
                ?? throw new FailureException(Failures.SecretNotRead(name, vault, Text.SecretIsEmpty, null));
        }
        catch (RuntimeException error) when (error is not PipelineStoppedException)
        {
            throw new FailureException(Failures.SecretNotRead(name, vault, error.ErrorRecord.Exception.Message, error));
        }
    }
}

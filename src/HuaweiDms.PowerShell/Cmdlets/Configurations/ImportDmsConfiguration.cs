using System.Management.Automation;
using System.Security;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Changes instances to match a configuration; -WhatIf shows the plan. What the configuration does not contain stays, unless -Prune
/// removes it. Prompts for confirmation before anything is lost.
/// </summary>
[Cmdlet(VerbsData.Import, "DmsConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.ConfigurationActionResult")]
public sealed class ImportDmsConfiguration : ConfigurationCmdlet, IForceable
{
    private object? _wanted;

    /// <summary>
    /// The desired configuration: a file from Export-DmsConfiguration, an object that it emits, an object of the same form, or an
    /// instance to copy.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    public object? Configuration { get; set; }

    /// <summary>The names and passwords of users that do not exist yet.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Credentials]
    public PSCredential[]? UserCredential { get; set; }

    /// <summary>
    /// Removes what exists but is not in the configuration: tags, topics with their messages, users, access policies, client quotas
    /// and consumer groups.
    /// </summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>The maximum time to wait for each background task; ten minutes by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsDestructive => true;

    private protected override string Purpose => ConfigurationImport.Purpose;

    /// <summary>A permission depends on its user and topic, so access policies need both lists.</summary>
    private protected override IReadOnlyCollection<ConfigurationKind>? KindsToRead()
        => Kinds() is { } kinds && kinds.Contains(ConfigurationKind.AccessPolicy) ? [.. kinds, ConfigurationKind.User, ConfigurationKind.Topic] : Kinds();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _wanted = ReadConfiguration(Configuration!);
    }

    private protected override Task RunAsync(IPipeline pipeline, IReadOnlyList<ConfigurationSnapshot> snapshots)
    {
        Dictionary<string, SecureString> passwords = new(StringComparer.Ordinal);
        foreach (PSCredential credential in UserCredential ?? [])
            passwords[credential.UserName] = credential.Password;
        ImportTarget[] targets = [.. snapshots.Select(snapshot => new ImportTarget(snapshot, (InstanceConfiguration)_wanted!, passwords, Prune, Timeout))];
        return new ConfigurationImport(ThrottleLimit).RunAsync(pipeline, targets, Kinds());
    }
}

using System.Management.Automation;
using System.Security;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Makes instances as a configuration has it; -WhatIf is the plan. What the configuration does not have stays, unless -Prune removes it. Asks before anything is lost.</summary>
[Cmdlet(VerbsData.Import, "DmsConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.ConfigurationActionResult")]
public sealed class ImportDmsConfiguration : ConfigurationCmdlet, IForceable
{
    private object? _wanted;

    /// <summary>How the instances are to be: a file from Export-DmsConfiguration, what it emits, an object of that form, or an instance, to be as that is.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    public object? Configuration { get; set; }

    /// <summary>Names and passwords of the users that are not there yet.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Credentials]
    public PSCredential[]? UserCredential { get; set; }

    /// <summary>Removes what is there and is not in the configuration: tags, topics with their messages, users, permissions, quotas and consumer groups.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>How long each background task may take; ten minutes by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Goes ahead without asking. -WhatIf still sends nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsDestructive => true;

    private protected override string Purpose => ConfigurationImport.Purpose;

    /// <summary>Whether a permission can be given depends on the users and topics that there are.</summary>
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
        return new ConfigurationImport(AgreeAsync, ThrottleLimit).RunAsync(pipeline, targets, Kinds());
    }

    /// <summary>Only a loss is worth a question.</summary>
    private Task<bool> AgreeAsync(IPipeline pipeline, string subject, ImportStep step)
    {
        IsHarmless = !step.IsLoss;
        return pipeline.AskAsync(subject, step.Action);
    }
}

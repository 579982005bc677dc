using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that lists named objects inside instances.</summary>
public abstract class InstanceListCmdlet : ListCmdlet
{
    private readonly HashSet<(FoundInstance, string?)> _seen = [];

    /// <summary>
    /// The instances, by id or as objects from Get-DmsInstance. The name, if there is one, has the first position, so that it can
    /// be typed after a pipeline; otherwise the instances do.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The warnings to show before anything is listed, for example about an unknown state.</summary>
    private protected virtual IEnumerable<string> StateWarnings => [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        foreach (string warning in StateWarnings)
            WriteWarning(warning);
    }

    /// <summary>The ids that the current record carries; null if it requests everything of the instance.</summary>
    private protected virtual string[]? RecordIds => null;

    /// <summary>Keeps a record that requests something special; returns whether it did. Such a record requests nothing else.</summary>
    private protected virtual bool KeepsSeparately(FoundInstance found) => false;

    /// <summary>Returns the function that later lists one instance, with the parameters as they are bound now.</summary>
    private protected abstract Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance);

    /// <summary>Rows of the same instance that request the same are listed once.</summary>
    protected override void ProcessRecord()
    {
        string? recordIds = RecordIds is { } ids ? string.Join(",", ids) : null;
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId).Where(found => !KeepsSeparately(found) && _seen.Add((found, recordIds))))
            Keep(instance.Id, instance.Subject, Lister(context, instance));
    }
}

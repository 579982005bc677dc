using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that lists objects with names inside instances.</summary>
public abstract class InstanceListCmdlet : ListCmdlet
{
    private readonly HashSet<(FoundInstance, string?)> _seen = [];

    /// <summary>
    /// The instances, by id or as objects from Get-DmsInstance. A name comes before them, so that it can follow a command
    /// whose instances come by the pipeline; where there is no name, they are the first.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>What to say before anything is listed, such as that nothing is ever in a state that is asked for.</summary>
    private protected virtual IEnumerable<string> StateWarnings => [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        foreach (string warning in StateWarnings)
            WriteWarning(warning);
    }

    /// <summary>What the record at hand brings along by ids of its own; null where it means all that is wanted of the instance.</summary>
    private protected virtual string[]? RecordIds => null;

    /// <summary>What lists one instance later, with the parameters as they are bound now.</summary>
    private protected abstract Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance);

    /// <summary>However many rows an instance has, what they have in common is listed once.</summary>
    protected override void ProcessRecord()
    {
        string? recordIds = RecordIds is { } ids ? string.Join(",", ids) : null;
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId).Where(found => _seen.Add((found, recordIds))))
            Keep(instance.Id, instance.Subject, Lister(context, instance));
    }
}

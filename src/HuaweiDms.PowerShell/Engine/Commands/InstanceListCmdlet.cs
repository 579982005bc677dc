using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that lists objects with names inside instances.</summary>
public abstract class InstanceListCmdlet : ListCmdlet
{
    /// <summary>
    /// The instances, by id or as objects from Get-DmsInstance. A name comes before them, so that it can follow a command
    /// whose instances come by the pipeline; where there is no name, they are the first.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>What lists one instance later, with the parameters as they are bound now.</summary>
    private protected abstract Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
            Keep(instance.Id, instance.Subject, Lister(context, instance));
    }
}

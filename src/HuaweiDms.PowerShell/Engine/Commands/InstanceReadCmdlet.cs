using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that reads something of each instance with one request; many instances are read at once.</summary>
public abstract class InstanceReadCmdlet : ThrottledCmdlet
{
    private readonly List<WorkItem> _items = [];

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>
    /// What reads one instance later, with the parameters as they are bound now. It emits nothing itself: what it gives back comes out
    /// in input order, see <see cref="WorkItem"/>.
    /// </summary>
    private protected abstract Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance);

    /// <summary>Whether the record asks for something of an instance that none before it did.</summary>
    private protected virtual bool IsNew(FoundInstance found) => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId).Where(IsNew))
            _items.Add(new WorkItem(instance.Subject, instance.Id, Reader(context, instance)));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_items.Count > 0)
            RunReporting(pipeline => RunAsync(pipeline, _items));
    }

    /// <summary>Reads them.</summary>
    private protected virtual Task RunAsync(IPipeline pipeline, IReadOnlyList<WorkItem> items)
        => ItemRunner.RunAsync(pipeline, items, Purpose, ThrottleLimit);
}

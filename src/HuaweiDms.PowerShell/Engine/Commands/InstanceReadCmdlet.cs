using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that reads something of each instance with one request; several instances are read in parallel.</summary>
public abstract class InstanceReadCmdlet : InstancesCmdlet
{
    private readonly List<WorkItem> _items = [];
    private readonly HashSet<FoundInstance> _seen = [];

    /// <summary>
    /// Returns the function that later reads one instance, with the parameters as they are bound now. It emits nothing itself: its
    /// results are emitted in input order, see <see cref="WorkItem"/>.
    /// </summary>
    private protected abstract Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance);

    /// <summary>Whether the record requests something of an instance that no earlier record requested.</summary>
    private protected virtual bool IsNew(FoundInstance found) => _seen.Add(found);

    /// <summary>Keeps the function that reads an instance for the end.</summary>
    private protected void Keep(FoundInstance found, Func<IPipeline, Task<object?>> read)
        => _items.Add(new WorkItem(found.Instance.Subject, found.Instance.Id, read));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (FoundInstance found in Resolve(InstanceId).Where(IsNew))
            Keep(found, Reader(found.Context, found.Instance));
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

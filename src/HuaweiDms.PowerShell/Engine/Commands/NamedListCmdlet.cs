using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet that lists items of instances by name. Rows that carry a name of their own, such as its own output, are searched in one
/// list of their instance.
/// </summary>
public abstract class NamedListCmdlet : InstanceListCmdlet
{
    private readonly PipelineNames _pipelineNames = new();

    /// <summary>The requested names, with wildcards; null for all.</summary>
    private protected abstract string[]? Wanted { get; }

    /// <summary>The exact names that the current record carries; empty if it requests everything of the instance.</summary>
    private protected abstract IReadOnlyCollection<string> NamesFromRecord(InstanceReference instance);

    /// <summary>Lists what has such names.</summary>
    private protected abstract Task ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, NameFilter names);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (FoundInstance found in Resolve(InstanceId))
        {
            if (!KeepsSeparately(found) && _pipelineNames.NeedsWholeList(found, NamesFromRecord(found.Instance)))
                Keep(found.Instance.Id, found.Instance.Subject, Lister(found.Context, found.Instance));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((FoundInstance found, NameFilter names) in _pipelineNames.All)
            Keep(found.Instance.Id, found.Instance.Subject, pipeline => ListAsync(pipeline, found.Context, found.Instance, names));
        base.EndProcessing();
    }

    private protected sealed override Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance)
    {
        NameFilter names = new(Wanted);
        return pipeline => ListAsync(pipeline, context, instance, names);
    }
}

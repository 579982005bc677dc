using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet that reads all items of one kind of an instance with one request and emits those with the requested names. Rows that
/// carry a name of their own are searched in one response of their instance.
/// </summary>
public abstract class NamedReadCmdlet : InstanceReadCmdlet
{
    private readonly PipelineNames _pipelineNames = new();

    /// <summary>The requested names, with wildcards; null for all.</summary>
    private protected abstract string[]? Wanted { get; }

    /// <summary>The kind of item that a row must be about to supply a name.</summary>
    private protected abstract string Noun { get; }

    /// <summary>Reads what has such names.</summary>
    private protected abstract Task<NamedItems> ReadAsync(
        DmsContext context, InstanceReference instance, NameFilter names, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((FoundInstance found, NameFilter names) in _pipelineNames.All)
            Keep(found, Reader(found.Context, found.Instance, names));
        base.EndProcessing();
    }

    private protected override bool IsNew(FoundInstance found)
        => _pipelineNames.NeedsWholeList(found, Wanted is null && found.Instance.Contained is { Key: { } name } item && item.Noun == Noun ? [name] : []);

    private protected sealed override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance) => Reader(context, instance, new(Wanted));

    private Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance, NameFilter names)
        => async pipeline => await ReadAsync(context, instance, names, pipeline.Stop).ConfigureAwait(false);
}

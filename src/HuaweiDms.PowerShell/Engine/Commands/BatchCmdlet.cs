using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet for a batch operation: collects the pipeline input, prompts for each item, sends as few requests as possible, and emits
/// one result per item and one error per failed item.
/// </summary>
public abstract class BatchCmdlet : DmsCmdlet, IForceable
{
    private readonly List<BatchItem> _items = [];
    private readonly HashSet<BatchItem> _seen = [];

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The service's word for the action, for the result.</summary>
    private protected abstract string ServiceAction { get; }

    /// <summary>The maximum number of items per request.</summary>
    private protected abstract int BatchSize { get; }

    /// <summary>The confirmed items, in input order.</summary>
    private protected IReadOnlyList<BatchItem> Items => _items;

    /// <summary>Sends one request for items of one connection and one instance.</summary>
    /// <returns>A result for each item, in the given order.</returns>
    private protected abstract Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken);

    /// <summary>Sends ids and adds the known name to each result.</summary>
    private protected static async Task<IReadOnlyList<ActionResult>> SendIdsAsync(
        IReadOnlyList<BatchItem> items, Func<DmsClient, IReadOnlyList<string>, Task<IReadOnlyList<InstanceActionResult>>> send)
    {
        IReadOnlyList<InstanceActionResult> results
            = await send(items[0].Context.Client, [.. items.Select(item => item.Id)]).ConfigureAwait(false);
        foreach ((InstanceActionResult result, BatchItem item) in results.Zip(items, (result, item) => (result, item)))
        {
            result.Name = item.Name;
            result.Instance = item.Name ?? result.Instance;
        }
        return results;
    }

    /// <summary>Creates the result of an item that the service has not returned yet.</summary>
    private protected abstract ActionResult NewResult(BatchItem item);

    /// <summary>Prompts for an item and keeps it for the end; a repeated item counts once.</summary>
    private protected virtual void Collect(BatchItem item)
    {
        if (_seen.Add(item) && IsAgreed(item))
            _items.Add(item);
    }

    /// <summary>Prompts for an item.</summary>
    private protected virtual bool IsAgreed(BatchItem item) => Ask(item.Subject, Purpose);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_items.Count > 0)
            RunReporting(RunBatchAsync);
    }

    /// <summary>Sends the items and emits their results.</summary>
    private protected virtual Task RunBatchAsync(IPipeline pipeline)
        => RunAsync(_items, (item, result, error) => WriteAsync(pipeline, item, result, error), pipeline.Stop);

    /// <summary>Sends items and reports each with its result.</summary>
    private protected Task RunAsync(
        IReadOnlyList<BatchItem> items, Func<BatchItem, ActionResult, Exception?, Task> report, CancellationToken cancellationToken)
        => BatchRunner.RunAsync(items, BatchSize, SendExplainedAsync, NewResult, report, cancellationToken);

    /// <summary>Emits the result of one item, and its error if it failed.</summary>
    private protected Task WriteAsync(IPipeline pipeline, BatchItem item, ActionResult result, Exception? error)
        => BatchRunner.WriteAsync(pipeline, Purpose, item, result, error);

    /// <summary>Finds the reason for a failure that the service did not explain. If this fails, the reason remains unknown.</summary>
    private protected virtual Task ExplainAsync(BatchItem item, ActionResult result, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IReadOnlyList<ActionResult>> SendExplainedAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        IReadOnlyList<ActionResult> results = await SendAsync(items, cancellationToken).ConfigureAwait(false);
        await BatchRunner.ExplainAsync(
            results, (result, index) => ExplainAsync(items[index], result, cancellationToken), cancellationToken).ConfigureAwait(false);
        return results;
    }
}

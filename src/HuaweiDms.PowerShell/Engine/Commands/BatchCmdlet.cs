using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet over a batch operation: collects the pipeline, asks about each item, sends the fewest requests, and emits one
/// result an item and one error a failed item.
/// </summary>
public abstract class BatchCmdlet : DmsCmdlet, IForceable
{
    private readonly List<BatchItem> _items = [];
    private readonly HashSet<BatchItem> _seen = [];

    /// <summary>Goes ahead without asking. -WhatIf still sends nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The purpose in the service's word, for the result.</summary>
    private protected abstract string ServiceAction { get; }

    /// <summary>The most items one request takes.</summary>
    private protected abstract int BatchSize { get; }

    /// <summary>The confirmed items, in input order.</summary>
    private protected IReadOnlyList<BatchItem> Items => _items;

    /// <summary>Sends one request for items of one connection and one instance.</summary>
    /// <returns>A result for each, in the order given.</returns>
    private protected abstract Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<BatchItem> items, CancellationToken stop);

    /// <summary>Sends ids and gives each result the name that is known here.</summary>
    private protected static async Task<IReadOnlyList<ActionResult>> SendAsync(
        IReadOnlyList<BatchItem> items, Func<DmsClient, IReadOnlyList<string>, Task<IReadOnlyList<InstanceActionResult>>> send)
    {
        IReadOnlyList<InstanceActionResult> results
            = await send(items[0].Context.Client, [.. items.Select(item => item.Id)]).ConfigureAwait(false);
        foreach ((InstanceActionResult result, BatchItem item) in results.Zip(items, (result, item) => (result, item)))
            (result.Name, result.Instance) = (item.Name, item.Name ?? result.Instance);
        return results;
    }

    /// <summary>The result of an item that has none from the service yet.</summary>
    private protected abstract ActionResult NewResult(BatchItem item);

    /// <summary>Asks about an item and keeps it for the end; the same one twice is one.</summary>
    private protected void Collect(BatchItem item)
    {
        if (_seen.Add(item) && Ask(item.Subject, Purpose))
            _items.Add(item);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_items.Count > 0)
            RunReporting(RunBatchAsync);
    }

    /// <summary>Sends the items and emits their results.</summary>
    private protected virtual Task RunBatchAsync(IPipeline pipeline)
        => RunAsync(_items, (item, result, error) => WriteAsync(pipeline, item, result, error), pipeline.Stop);

    /// <summary>Sends items and hands over each with its result.</summary>
    private protected Task RunAsync(
        IReadOnlyList<BatchItem> items, Func<BatchItem, ActionResult, Exception?, Task> report, CancellationToken stop)
        => BatchRunner.RunAsync(items, BatchSize, SendExplainedAsync, NewResult, report, stop);

    /// <summary>Emits one item's result, and its error where it failed.</summary>
    private protected Task WriteAsync(IPipeline pipeline, BatchItem item, ActionResult result, Exception? error)
        => BatchRunner.WriteAsync(pipeline, Purpose, item, result, error);

    /// <summary>Finds out why the service reported a failure without a reason. May fail: it stays unsaid then.</summary>
    private protected virtual Task ExplainAsync(BatchItem item, ActionResult result, CancellationToken stop) => Task.CompletedTask;

    private async Task<IReadOnlyList<ActionResult>> SendExplainedAsync(IReadOnlyList<BatchItem> items, CancellationToken stop)
    {
        IReadOnlyList<ActionResult> results = await SendAsync(items, stop).ConfigureAwait(false);
        await BatchRunner.ExplainAsync(results, (result, index) => ExplainAsync(items[index], result, stop), stop).ConfigureAwait(false);
        return results;
    }
}

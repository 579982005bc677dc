using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A batch of named items that are searched before the command prompts: it prompts for existing items only. A missing item is an
/// error, also with -WhatIf, and is not sent.
/// </summary>
public abstract class ExistingItemBatchCmdlet : InstanceItemBatchCmdlet
{
    private readonly List<BatchItem> _named = [];
    private readonly ConcurrentDictionary<FoundInstance, HashSet<string>> _present = new();

    /// <summary>The action as the prompt shows it.</summary>
    private protected virtual string Action => Purpose;

    /// <summary>
    /// Returns existing names of an instance: all of the given ones that exist, and if one does not, others that may have been meant.
    /// </summary>
    private protected abstract Task<HashSet<string>> ReadPresentAsync(
        FoundInstance found, IReadOnlyCollection<string> names, CancellationToken cancellationToken);

    /// <summary>Sends one request for items of one instance that were not found to be missing.</summary>
    /// <returns>A result for each item, in the given order.</returns>
    private protected abstract Task<IReadOnlyList<ActionResult>> SendPresentAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken);

    /// <summary>Finds the reason why a sent item failed, if the service did not report it.</summary>
    private protected virtual Task ExplainSentAsync(BatchItem item, ActionResult result, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Creates the result of a missing item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="present">Existing names, to suggest one of them.</param>
    private protected abstract ActionResult NewMissing(BatchItem item, IReadOnlyCollection<string> present);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_named.Count > 0 && !IsForced)
            RunReporting(ReadAllAsync);
        foreach (BatchItem item in _named)
            base.Collect(item);
        base.EndProcessing();
    }

    private protected override void Collect(BatchItem item) => _named.Add(item);

    /// <summary>A missing item needs no prompt; its error follows when the others are sent.</summary>
    private protected override bool IsAgreed(BatchItem item) => IsMissing(item) || Ask(item.Subject, Action);

    private protected override async Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        BatchItem[] sent = [.. items.Where(item => !IsMissing(item))];
        Queue<ActionResult> results = sent.Length == 0 ? new() : new(await SendPresentAsync(sent, cancellationToken).ConfigureAwait(false));
        return [.. items.Select(item => IsMissing(item) ? NewMissing(item, _present[InstanceOf(item)]) : results.Dequeue())];
    }

    private protected sealed override Task ExplainAsync(BatchItem item, ActionResult result, CancellationToken cancellationToken)
        => IsMissing(item) ? Task.CompletedTask : ExplainSentAsync(item, result, cancellationToken);

    private protected static FoundInstance InstanceOf(BatchItem item) => new(item.Context, item.Within!);

    private bool IsMissing(BatchItem item) => _present.TryGetValue(InstanceOf(item), out HashSet<string>? present) && !present.Contains(item.Id);

    private async Task ReadAllAsync(IPipeline pipeline)
    {
        using Throttle throttle = new();
        await Task.WhenAll(_named.GroupBy(InstanceOf, item => item.Id).Select(
            names => throttle.RunAsync(() => TryReadAsync(names.Key, [.. names.Distinct(StringComparer.Ordinal)], pipeline.Stop), pipeline.Stop))).ConfigureAwait(false);
    }

    /// <summary>If the names cannot be read, each of them is prompted for, and the request then reports the reason.</summary>
    private async Task<bool> TryReadAsync(FoundInstance found, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        try
        {
            return _present.TryAdd(found, await ReadPresentAsync(found, names, cancellationToken).ConfigureAwait(false));
        }
        catch (DmsException)
        {
            return false;
        }
    }
}

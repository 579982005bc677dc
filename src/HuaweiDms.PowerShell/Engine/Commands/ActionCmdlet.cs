namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet that changes one thing with one request: prompts for every item in input order before anything is sent, then sends the
/// requests in parallel.
/// </summary>
public abstract class ActionCmdlet : ThrottledCmdlet
{
    private readonly List<WorkItem> _items = [];
    private readonly HashSet<object> _seen = [];

    /// <summary>The action as -WhatIf shows it, which may be more detailed.</summary>
    private protected virtual string Action => Purpose;

    /// <summary>Whether an item appears for the first time; a repeated item counts once.</summary>
    private protected bool IsNew(object item) => _seen.Add(item);

    /// <summary>Prompts for an item and keeps it for the end.</summary>
    private protected void Collect(string subject, object target, Func<IPipeline, Task<object?>> work)
    {
        if (Ask(subject, Action))
            _items.Add(new WorkItem(subject, target, work));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_items.Count > 0)
            RunReporting(pipeline => SendAsync(pipeline, _items));
    }

    /// <summary>Sends what was agreed to.</summary>
    private protected virtual Task SendAsync(IPipeline pipeline, IReadOnlyList<WorkItem> items)
        => ItemRunner.RunAsync(pipeline, items, Purpose, ThrottleLimit);
}

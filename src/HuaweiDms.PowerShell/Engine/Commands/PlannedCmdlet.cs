using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet that looks at an instance before it says what it is about to do: all are looked at at once, then each is asked
/// about in input order, then what was agreed to is sent at once.
/// </summary>
public abstract class PlannedCmdlet : ThrottledCmdlet
{
    private readonly List<(DmsContext Context, InstanceReference Instance, object? Part)> _instances = [];
    private readonly HashSet<(DmsContext Context, InstanceReference Instance, object? Part)> _known = [];

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public virtual InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Finds out what to do to an instance, or to one part of it. Sends nothing that changes anything.</summary>
    /// <param name="context">The connection.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="part">What was kept with it, where a cmdlet tells parts apart.</param>
    /// <param name="stop">Ends it.</param>
    private protected abstract Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, object? part, CancellationToken stop);

    /// <summary>An instance, or the part of it that is meant, as a person would name it.</summary>
    private protected virtual string Describe(InstanceReference instance, object? part) => instance.Subject;

    /// <summary>The object of a failure's record.</summary>
    private protected virtual object TargetOf(InstanceReference instance, object? part) => instance.Id;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Collect();

    /// <summary>Keeps the instances of this record for the end, each once for each part.</summary>
    private protected IReadOnlyList<FoundInstance> Collect(object? part = null)
    {
        var found = Resolve(InstanceId).ToList();
        foreach ((DmsContext context, InstanceReference instance) in found)
            Add(context, instance, part);
        return found;
    }

    /// <summary>Keeps an instance for the end, once for each part.</summary>
    private protected void Add(DmsContext context, InstanceReference instance, object? part)
    {
        if (_known.Add((context, instance, part)))
            _instances.Add((context, instance, part));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_instances.Count > 0)
            RunReporting(RunAsync);
    }

    /// <summary>Sends what was agreed to.</summary>
    private protected virtual Task SendAsync(IPipeline pipeline, IReadOnlyList<(InstanceReference Instance, PlannedChange Change)> agreed)
        => ItemRunner.RunAsync(
            pipeline,
            [.. agreed.Select(item => new WorkItem(item.Change.Subject, item.Change.Target, async inner =>
            {
                object? result = await item.Change.Send(inner).ConfigureAwait(false);
                return await item.Change.Finish(result, inner).ConfigureAwait(false);
            }))],
            Purpose,
            ThrottleLimit);

    private async Task RunAsync(IPipeline pipeline)
    {
        WorkItem[] reads =
        [
            .. _instances.Select(item => (Item: item, Subject: Describe(item.Instance, item.Part), Target: TargetOf(item.Instance, item.Part)))
                .Select(item => new WorkItem(item.Subject, item.Target, async inner =>
                {
                    PlannedChange change = await PlanAsync(item.Item.Context, item.Item.Instance, item.Item.Part, inner.Stop).ConfigureAwait(false);
                    change.Subject = change.Subject.Length > 0 ? change.Subject : item.Subject;
                    change.Target = item.Target;
                    return (item.Item.Instance, change);
                })),
        ];
        List<(InstanceReference Instance, PlannedChange Change)> planned
            = await ItemRunner.ReadAsync<(InstanceReference, PlannedChange)>(pipeline, reads, Purpose, ThrottleLimit).ConfigureAwait(false);

        List<(InstanceReference Instance, PlannedChange Change)> agreed = [];
        // All in one go: a thousand questions would else be a thousand changes of threads.
        await pipeline.OnPipelineThreadAsync(() => agreed.AddRange(planned.Where(item => IsAgreed(item.Change)))).ConfigureAwait(false);
        if (agreed.Count > 0)
            await SendAsync(pipeline, agreed).ConfigureAwait(false);
    }

    /// <summary>Tells what came of a plan, and asks where there is something to do.</summary>
    private bool IsAgreed(PlannedChange change)
    {
        foreach (Failure refusal in change.Refusals.Concat(change.PartialFailures))
            WriteError(refusal);
        foreach (string warning in change.Warnings)
            WriteWarning(warning);
        if (change.IsNone)
            WriteVerbose(Format(Text.NothingLeftToDo, change.Subject));
        if (change.Present is { } present)
        {
            WriteObject(present);
            return false;
        }
        if (change.IsPossible && Ask(change.Subject, change.Action))
            return true;
        WriteObject(change.Unsent, enumerateCollection: true);
        return false;
    }
}

using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet that reads an instance before it prompts: reads all instances in parallel, prompts for each in input order, and then
/// sends the confirmed changes in parallel.
/// </summary>
public abstract class PlannedCmdlet : InstancesCmdlet
{
    private readonly List<(DmsContext Context, InstanceReference Instance, object? Part)> _instances = [];
    private readonly HashSet<(DmsContext Context, InstanceReference Instance, object? Part)> _known = [];

    /// <summary>Determines what to do with an instance or a part of it. Sends nothing that changes anything.</summary>
    /// <param name="context">The connection.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="part">The part that was kept with it, if a cmdlet distinguishes parts.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private protected abstract Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken);

    /// <summary>The display text of an instance or the part of it.</summary>
    private protected virtual string Describe(InstanceReference instance, object? part) => instance.Subject;

    /// <summary>The target object of the error record.</summary>
    private protected virtual object TargetOf(InstanceReference instance, object? part) => instance.Id;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Collect();

    /// <summary>Keeps the instances of this record for the end, each once per part.</summary>
    private protected IReadOnlyList<FoundInstance> Collect(object? part = null)
    {
        List<FoundInstance> found = Resolve(InstanceId).ToList();
        foreach ((DmsContext context, InstanceReference instance) in found)
            Add(context, instance, part);
        return found;
    }

    /// <summary>Keeps an instance for the end, once per part.</summary>
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
        WorkItem[] reads = [.. _instances.Select(item => Planning(item.Context, item.Instance, item.Part))];
        List<(InstanceReference Instance, PlannedChange Change)> planned
            = await ItemRunner.ReadAsync<(InstanceReference, PlannedChange)>(pipeline, reads, Purpose, ThrottleLimit).ConfigureAwait(false);

        List<(InstanceReference Instance, PlannedChange Change)> agreed = [];
        // All prompts in one call: a thousand of them would otherwise be a thousand thread switches.
        await pipeline.OnPipelineThreadAsync(() => agreed.AddRange(planned.Where(item => IsAgreed(item.Change)))).ConfigureAwait(false);
        if (agreed.Count > 0)
            await SendAsync(pipeline, agreed).ConfigureAwait(false);
    }

    private WorkItem Planning(DmsContext context, InstanceReference instance, object? part)
    {
        string subject = Describe(instance, part);
        object target = TargetOf(instance, part);
        return new(subject, target, async pipeline =>
        {
            PlannedChange change = await PlanAsync(context, instance, part, pipeline.Stop).ConfigureAwait(false);
            if (change.Subject.Length == 0)
                change.Subject = subject;
            change.Target = target;
            return (instance, change);
        });
    }

    /// <summary>Writes the errors and warnings of a plan, and prompts if there is something to do.</summary>
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
        if (change.IsPossible && Ask(change.Subject, change.Action, change.IsHarmless))
            return true;
        WriteObject(change.Unsent, enumerateCollection: true);
        return false;
    }
}

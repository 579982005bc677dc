using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Changes Smart Connect tasks. Each is looked at first: its name belongs to the question, and its state decides what can be done.</summary>
public abstract class SmartConnectTaskCmdlet : WaitingCmdlet
{
    /// <summary>The command that shows them.</summary>
    internal const string ListCommand = "Get-DmsSmartConnectTask";

    /// <summary>States that end by themselves.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.OrdinalIgnoreCase) { "CREATING", "RESTARTING" };

    /// <summary>The tasks, by id; objects from Get-DmsSmartConnectTask bring both ids along.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SmartConnectTaskIdCompleter))]
    public string[] TaskId { get; set; } = [];

    private protected override string Thing => "task";

    /// <summary>What happens to a task in this state, as -WhatIf says it.</summary>
    private protected abstract string ActionFor(string? state);

    /// <summary>Why it cannot happen in this state; null where it can, or where nobody knows.</summary>
    private protected abstract string? Objection(string? state);

    /// <summary>Sends the change.</summary>
    private protected abstract Task ChangeAsync(DmsContext context, string instanceId, string taskId, CancellationToken stop);

    /// <summary>What -Wait waits for.</summary>
    private protected abstract WaitGoal Goal(string? state);

    /// <summary>Reads what is emitted afterwards; null where that is nothing.</summary>
    private protected abstract Task<object?> ReadAsync(DmsContext context, string instanceId, string taskId, CancellationToken stop);

    /// <summary>Whether what was asked for is there already when the service refuses to do it once more.</summary>
    private protected virtual bool IsDone(string? state) => false;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in Ids(nameof(TaskId), TaskId, ListCommand))
            Collect(id);
    }

    private protected override string Describe(InstanceReference instance, object? part) => Subject(instance, (string)part!, name: null);

    private protected override object TargetOf(InstanceReference instance, object? part) => part!;

    private protected override async Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, object? part, CancellationToken stop)
    {
        string id = (string)part!;
        SmartConnectTask task = await context.Client.SmartConnect.GetAsync(instance.Id, id, stop).ConfigureAwait(false);
        string subject = Subject(instance, id, task.Name);
        if (Objection(task.Status) is { } objection)
            return PlannedChange.Refused([Failures.WrongState(id, subject, task.Status, Passing.Contains(task.Status ?? string.Empty), objection)]);
        PlannedChange change = PlannedChange.To(
            ActionFor(task.Status),
            async pipeline =>
            {
                await SendAsync(context, instance.Id, id, pipeline.Stop).ConfigureAwait(false);
                return null;
            },
            _ => new WaitTarget(subject, id, token => ReadStateAsync(context, instance.Id, id, token)) { ShownBy = ListCommand },
            Goal(task.Status),
            (_, pipeline) => ReadAsync(context, instance.Id, id, pipeline.Stop));
        change.Subject = subject;
        return change;
    }

    /// <summary>Where an earlier attempt was answered by nobody, a refusal may mean that it was the one that did it.</summary>
    private async Task SendAsync(DmsContext context, string instanceId, string taskId, CancellationToken stop)
    {
        try
        {
            await ChangeAsync(context, instanceId, taskId, stop).ConfigureAwait(false);
        }
        catch (DmsException refused) when (refused.MayHaveActedBefore && refused.Kind == DmsErrorKind.Busy)
        {
            SmartConnectTask now = await context.Client.SmartConnect.GetAsync(instanceId, taskId, stop).ConfigureAwait(false);
            if (!IsDone(now.Status))
                throw;
        }
    }

    private async Task<string> ReadStateAsync(DmsContext context, string instanceId, string taskId, CancellationToken stop)
    {
        try
        {
            return (await context.Client.SmartConnect.GetAsync(instanceId, taskId, stop).ConfigureAwait(false)).Status ?? WaitGoal.Unknown;
        }
        catch (DmsException gone) when (NotFoundErrors.IsObjectMissing(gone) && Goal(state: null).Missing is { } missing)
        {
            return missing;
        }
    }

    private static string Subject(InstanceReference instance, string id, string? name)
        => Format(
            "Smart Connect task {0} of {1}", name is null ? id : $"{name} ({id})", instance.Subject);
}

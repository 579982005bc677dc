using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Changes Smart Connect tasks. Each task is read first: the prompt shows its name, and its state determines what is possible.
/// </summary>
public abstract class SmartConnectTaskCmdlet : WaitingCmdlet
{
    /// <summary>The command that lists them.</summary>
    internal const string ListCommand = "Get-DmsSmartConnectTask";

    /// <summary>States that end on their own.</summary>
    private static readonly HashSet<string> TransientStates = new(StringComparer.OrdinalIgnoreCase) { "CREATING", "RESTARTING" };

    /// <summary>The tasks, by id; objects from Get-DmsSmartConnectTask supply both ids.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SmartConnectTaskIdCompleter))]
    public string[] TaskId { get; set; } = [];

    private protected override string CountedNoun => "task";

    /// <summary>Describes, for -WhatIf, the change of a task in this state.</summary>
    private protected abstract string ActionFor(string? state);

    /// <summary>Whether the change of a task in this state loses its progress, so that a command with losses prompts.</summary>
    private protected virtual bool LosesProgress(string? state) => true;

    /// <summary>Why the change is not possible in this state; null if it is, or if that is unknown.</summary>
    private protected abstract string? Objection(string? state);

    /// <summary>Sends the change.</summary>
    private protected abstract Task ChangeAsync(DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken);

    /// <summary>What -Wait waits for.</summary>
    private protected abstract WaitGoal Goal(string? state);

    /// <summary>Reads the object to emit afterwards; null for none.</summary>
    private protected abstract Task<object?> ReadAsync(DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in Ids(nameof(TaskId), TaskId, ListCommand))
            Collect(id);
    }

    private protected override string Describe(InstanceReference instance, object? part) => Subject(instance, (string)part!, name: null);

    private protected override object TargetOf(InstanceReference instance, object? part) => part!;

    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        string id = (string)part!;
        SmartConnectTask task = await context.Client.SmartConnect.GetAsync(instance.Id, id, cancellationToken).ConfigureAwait(false);
        string subject = Subject(instance, id, task.Name);
        if (Objection(task.Status) is { } objection)
            return PlannedChange.Refused([Failures.WrongState(id, subject, task.Status, TransientStates.Contains(task.Status ?? string.Empty), objection)]);
        PlannedChange change = PlannedChange.To(
            ActionFor(task.Status),
            async pipeline =>
            {
                await ChangeAsync(context, instance.Id, id, pipeline.Stop).ConfigureAwait(false);
                return null;
            },
            _ => new WaitTarget(subject, id, token => ReadStateAsync(context, instance.Id, id, token)) { ShownBy = ListCommand },
            Goal(task.Status),
            (_, pipeline) => ReadAsync(context, instance.Id, id, pipeline.Stop));
        change.Subject = subject;
        change.IsHarmless = !LosesProgress(task.Status);
        return change;
    }

    /// <summary>Whether a state is one of several, ignoring case.</summary>
    private protected static bool Is(string? state, params string[] states) => states.Contains(state, StringComparer.OrdinalIgnoreCase);

    private async Task<string> ReadStateAsync(DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken)
    {
        try
        {
            return (await context.Client.SmartConnect.GetAsync(instanceId, taskId, cancellationToken).ConfigureAwait(false)).Status ?? WaitGoal.Unknown;
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

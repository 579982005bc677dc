using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Turns the automatic creation of topics on or off (5.2.4).</summary>
public abstract class AutoTopicCmdlet : WaitingCmdlet
{
    /// <summary>The kinds of task that do it, an older and a newer one. The answer names none.</summary>
    private static readonly string[] TaskNames = ["modifyAutoTopic", "kafkaConfigModify"];

    /// <summary>Emits the instance as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>On or off.</summary>
    private protected abstract bool Enable { get; }

    private protected override bool LosesOfInstance => !Enable;

    private protected override string Purpose => Enable ? "Turn automatic topics on" : "Turn automatic topics off";

    private protected override async Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, object? part, CancellationToken stop)
    {
        // The task of an earlier change must not be taken for that of this one.
        string? earlier = Wait ? (await FindTaskAsync(context, instance.Id, stop).ConfigureAwait(false))?.TaskId : null;
        return PlannedChange.To(
            Purpose,
            async pipeline =>
            {
                await context.Client.Settings.SwitchAutoTopicAsync(instance.Id, Enable, pipeline.Stop).ConfigureAwait(false);
                return null;
            },
            _ => new WaitTarget(instance.Subject, instance.Id, token => ReadStateAsync(context, instance.Id, earlier, token)),
            finish: async (_, pipeline) => PassThru ? await context.Client.Instances.GetAsync(instance.Id, pipeline.Stop).ConfigureAwait(false) : null);
    }

    /// <summary>The state of the new task; where there is none, whether the instance shows the change.</summary>
    private async Task<string> ReadStateAsync(DmsContext context, string id, string? earlier, CancellationToken stop)
    {
        if (await FindTaskAsync(context, id, stop).ConfigureAwait(false) is { } task && task.TaskId != earlier)
            return task.Status ?? WaitGoal.Unknown;
        Instance instance = await context.Client.Instances.GetAsync(id, stop).ConfigureAwait(false);
        return instance.AutoTopicEnabled == Enable ? "SUCCESS" : "EXECUTING";
    }

    /// <summary>The newest task of that kind; null where there is none.</summary>
    private static async Task<BackgroundTask?> FindTaskAsync(DmsContext context, string id, CancellationToken stop)
    {
        PagedResult<BackgroundTask> tasks = context.Client.Tasks.List(id, range: new(0, 20));
        await foreach (BackgroundTask task in tasks.WithCancellation(stop).ConfigureAwait(false))
        {
            if (TaskNames.Contains(task.Name, StringComparer.OrdinalIgnoreCase))
                return task;
        }
        return null;
    }
}

using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Turns the automatic creation of topics on or off, and finds the task that does it (5.2.4): the answer names none.</summary>
/// <param name="context">The connection.</param>
/// <param name="instance">The instance.</param>
/// <param name="enable">On or off.</param>
internal sealed class AutoTopicSwitch(DmsContext context, InstanceReference instance, bool enable)
{
    /// <summary>The kinds of task that do it, an older and a newer one.</summary>
    private static readonly string[] TaskNames = ["modifyAutoTopic", "kafkaConfigModify"];

    private string? _earlier;

    /// <summary>What is watched until it is done.</summary>
    public WaitTarget Watched => new($"automatic topics of {instance.Subject}", instance.Id, ReadStateAsync)
    {
        ShownBy = $"Get-DmsTask -InstanceId {instance.Id}",
    };

    /// <summary>What it does, in the sentence of a failure.</summary>
    public static string Purpose(bool enable) => enable ? "Turn automatic topics on" : "Turn automatic topics off";

    /// <summary>Looks before anything is sent, so that the task of an earlier change is not taken for that of this one.</summary>
    public async Task RememberAsync(CancellationToken stop) => _earlier = (await FindTaskAsync(stop).ConfigureAwait(false))?.TaskId;

    /// <summary>Sends it.</summary>
    public Task SendAsync(CancellationToken stop) => context.Client.Settings.SwitchAutoTopicAsync(instance.Id, enable, stop);

    /// <summary>The state of the new task; where there is none, whether the instance shows the change.</summary>
    private async Task<string> ReadStateAsync(CancellationToken stop)
    {
        if (await FindTaskAsync(stop).ConfigureAwait(false) is { } task && task.TaskId != _earlier)
            return task.Status ?? WaitGoal.Unknown;
        Instance shown = await context.Client.Instances.GetAsync(instance.Id, stop).ConfigureAwait(false);
        return shown.AutoTopicEnabled == enable ? "SUCCESS" : "EXECUTING";
    }

    /// <summary>The newest task of that kind; null where there is none.</summary>
    private async Task<BackgroundTask?> FindTaskAsync(CancellationToken stop)
    {
        PagedResult<BackgroundTask> tasks = context.Client.Tasks.List(instance.Id, range: new(0, 20));
        await foreach (BackgroundTask task in tasks.WithCancellation(stop).ConfigureAwait(false))
        {
            if (TaskNames.Contains(task.Name, StringComparer.OrdinalIgnoreCase))
                return task;
        }
        return null;
    }
}

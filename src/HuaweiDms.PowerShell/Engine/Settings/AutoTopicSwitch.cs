using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Enables or disables the automatic creation of topics and finds the background task for it (5.2.4), which the response does not
/// name.
/// </summary>
/// <param name="context">The connection.</param>
/// <param name="instance">The instance.</param>
/// <param name="enable">On or off.</param>
internal sealed class AutoTopicSwitch(DmsContext context, InstanceReference instance, bool enable)
{
    /// <summary>The names of this background task, an older and a newer one.</summary>
    private static readonly string[] TaskNames = ["modifyAutoTopic", "kafkaConfigModify"];

    private string? _earlier;

    /// <summary>The target to watch until the task has ended.</summary>
    public WaitTarget Watched => new($"automatic topics of {instance.Subject}", instance.Id, ReadStateAsync)
    {
        ShownBy = $"Get-DmsTask -InstanceId {instance.Id}",
    };

    /// <summary>The action, for error messages.</summary>
    public static string Purpose(bool enable) => enable ? "Turn automatic topics on" : "Turn automatic topics off";

    /// <summary>
    /// Reads the latest task before anything is sent, so that the task of an earlier change is not mistaken for the new one.
    /// </summary>
    public async Task RememberAsync(CancellationToken cancellationToken)
        => _earlier = (await FindTaskAsync(cancellationToken).ConfigureAwait(false))?.TaskId;

    /// <summary>Sends it.</summary>
    public Task SendAsync(CancellationToken cancellationToken)
        => context.Client.Settings.SwitchAutoTopicAsync(instance.Id, enable, cancellationToken);

    /// <summary>Reads the state of the new task; if there is none, whether the instance shows the change.</summary>
    private async Task<string> ReadStateAsync(CancellationToken cancellationToken)
    {
        if (await FindTaskAsync(cancellationToken).ConfigureAwait(false) is { } task && task.TaskId != _earlier)
            return task.Status ?? WaitGoal.Unknown;
        Instance shown = await context.Client.Instances.GetAsync(instance.Id, cancellationToken).ConfigureAwait(false);
        return shown.AutoTopicEnabled == enable ? "SUCCESS" : "EXECUTING";
    }

    /// <summary>Finds the latest task of this kind; null if there is none.</summary>
    private async Task<BackgroundTask?> FindTaskAsync(CancellationToken cancellationToken)
    {
        PagedResult<BackgroundTask> tasks = context.Client.Tasks.List(instance.Id, range: new(0, 20));
        await foreach (BackgroundTask task in tasks.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (TaskNames.Contains(task.Name, StringComparer.OrdinalIgnoreCase))
                return task;
        }
        return null;
    }
}

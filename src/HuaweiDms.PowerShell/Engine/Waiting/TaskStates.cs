namespace HuaweiDms.PowerShell.Engine;

/// <summary>Watches background tasks until they end.</summary>
internal static class TaskStates
{
    /// <summary>Successful. Any other final state means that the goal cannot be reached.</summary>
    public static WaitGoal Success { get; } = WaitGoal.Task();

    /// <summary>The state of a task; null if there is no such task.</summary>
    public static async Task<string?> FindAsync(DmsContext context, string instanceId, string? taskId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(taskId))
            return null;
        try
        {
            return (await context.Client.Tasks.GetAsync(instanceId, taskId!, cancellationToken).ConfigureAwait(false)).Status;
        }
        catch (DmsException unknown) when (unknown.Kind is DmsErrorKind.NotFound or DmsErrorKind.InvalidArgument)
        {
            return null;
        }
    }

    /// <summary>The target for a task; null for a change without one.</summary>
    public static WaitTarget? Target(DmsContext context, string instanceId, string? taskId, string subject, object target)
        => string.IsNullOrEmpty(taskId)
            ? null
            : new(subject, target, async cancellationToken =>
            {
                BackgroundTask task = await context.Client.Tasks.GetAsync(instanceId, taskId!, cancellationToken).ConfigureAwait(false);
                return task.Status ?? WaitGoal.Unknown;
            })
            {
                ShownBy = $"Get-DmsTask -TaskId {taskId} -InstanceId {instanceId}",
                WaitOn = $"Wait-DmsTask {taskId} -InstanceId {instanceId}",
            };
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Watches background tasks until they end.</summary>
internal static class TaskStates
{
    /// <summary>Done well. Any other end is out of reach of that.</summary>
    public static WaitGoal Success { get; } = WaitGoal.Task();

    public static WaitTarget Target(DmsContext context, string instanceId, string taskId, string subject, object target)
        => new(subject, target, async stop =>
        {
            BackgroundTask task = await context.Client.Tasks.GetAsync(instanceId, taskId, stop).ConfigureAwait(false);
            return task.Status ?? "unknown";
        });
}

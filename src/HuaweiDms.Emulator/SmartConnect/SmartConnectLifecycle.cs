using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>
/// The state transitions of Smart Connect and its tasks, and their usual durations at the real service. The durations are
/// estimates: the reference has none. After a change, the old state remains visible for a moment.
/// </summary>
internal static class SmartConnectLifecycle
{
    /// <summary>How long adding or removing nodes takes.</summary>
    public static readonly TimeSpan NodeTime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan CreationTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RestartTime = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan SwitchTime = TimeSpan.FromSeconds(5);

    public static void Enable(KafkaInstance instance, SmartConnectState smartConnect, DateTimeOffset now, ServiceTime time)
        => Change(instance, smartConnect, InstanceStatus.Extending, now, time);

    public static void Disable(KafkaInstance instance, DateTimeOffset now, ServiceTime time)
        => Change(instance, smartConnect: null, InstanceStatus.ConnectorDeleting, now, time);

    /// <summary>Creates a task. A task whose name has the failing prefix of instances does not start.</summary>
    public static void Create(SmartConnectTask task, bool startsLater, DateTimeOffset now, ServiceTime time)
    {
        bool fails = task.Name.StartsWith(InstanceLifecycle.FailingNamePrefix, StringComparison.OrdinalIgnoreCase);
        task.CreatedAt = now;
        if (startsLater)
            task.Lifecycle.Enter(SmartConnectTask.Waiting);
        else
            task.Lifecycle.Enter(SmartConnectTask.Creating).Then(fails ? SmartConnectTask.Failed : SmartConnectTask.Running, time.After(now, CreationTime));
    }

    /// <summary>Pauses a task. Repeating the call has no effect. Everything up to the pause has been written.</summary>
    public static bool Pause(SmartConnectTask task, DateTimeOffset now, ServiceTime time)
        => Switch(task, SmartConnectTask.Running, SmartConnectTask.Paused, now, time);

    public static bool Resume(SmartConnectTask task, DateTimeOffset now, ServiceTime time)
        => Switch(task, SmartConnectTask.Paused, SmartConnectTask.Running, now, time);

    /// <summary>Starts a waiting task. Any other task starts over and loses its progress.</summary>
    public static bool Restart(SmartConnectTask task, DateTimeOffset now, ServiceTime time)
    {
        if (task.Status == SmartConnectTask.Waiting)
            return Switch(task, SmartConnectTask.Waiting, SmartConnectTask.Running, now, time);
        if (task.Status is not (SmartConnectTask.Running or SmartConnectTask.Paused or SmartConnectTask.Failed))
            return false;
        task.Offsets.Clear();
        task.Lifecycle.Enter(SmartConnectTask.Restarting).Then(SmartConnectTask.Running, time.After(now, RestartTime));
        return true;
    }

    private static bool Switch(SmartConnectTask task, string from, string to, DateTimeOffset now, ServiceTime time)
    {
        if (task.Status != from)
            return false;
        if (task.Lifecycle.Pending.Count == 0)
            task.Lifecycle.Then(to, time.After(now, SwitchTime));
        return true;
    }

    private static void Change(KafkaInstance instance, SmartConnectState? smartConnect, string status, DateTimeOffset now, ServiceTime time)
    {
        DateTimeOffset end = time.After(now, NodeTime);
        instance.SmartConnectBecomes = new() { At = end, SmartConnect = smartConnect };
        instance.Lifecycle.Enter(status).Then(InstanceStatus.Running, end);
    }
}

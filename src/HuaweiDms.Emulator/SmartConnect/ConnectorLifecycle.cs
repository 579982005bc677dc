using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>
/// Which ways lead from state to state, and how long they usually take at the real service. The reference names no times;
/// what a change answers is the old state for a moment.
/// </summary>
internal static class ConnectorLifecycle
{
    private static readonly TimeSpan NodeTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CreationTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RestartTime = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan SwitchTime = TimeSpan.FromSeconds(5);

    /// <summary>How long the nodes take to come or go.</summary>
    public static TimeSpan UsualNodeTime => NodeTime;

    public static void Enable(KafkaInstance instance, Connector connector, DateTimeOffset now, ServiceTime time)
        => Change(instance, connector, InstanceStatus.Extending, now, time);

    public static void Disable(KafkaInstance instance, DateTimeOffset now, ServiceTime time)
        => Change(instance, connector: null, InstanceStatus.ConnectorDeleting, now, time);

    /// <summary>A task whose name begins as that of an instance that cannot be created does not come up.</summary>
    public static void Create(ConnectorTask task, bool startsLater, DateTimeOffset now, ServiceTime time)
    {
        bool fails = task.Name.StartsWith(InstanceLifecycle.FailingNamePrefix, StringComparison.OrdinalIgnoreCase);
        task.CreatedAt = now;
        if (startsLater)
            task.Lifecycle.Enter(ConnectorTask.Waiting);
        else
            task.Lifecycle.Enter(ConnectorTask.Creating).Then(fails ? ConnectorTask.Failed : ConnectorTask.Running, time.After(now, CreationTime));
    }

    /// <summary>Once more has the same effect as once. What is paused has been written so far.</summary>
    public static bool Pause(ConnectorTask task, DateTimeOffset now, ServiceTime time)
        => Switch(task, ConnectorTask.Running, ConnectorTask.Paused, now, time);

    public static bool Resume(ConnectorTask task, DateTimeOffset now, ServiceTime time)
        => Switch(task, ConnectorTask.Paused, ConnectorTask.Running, now, time);

    /// <summary>Starts what waits; anything else begins again, and forgets how far it was.</summary>
    public static bool Restart(ConnectorTask task, DateTimeOffset now, ServiceTime time)
    {
        if (task.Status == ConnectorTask.Waiting)
            return Switch(task, ConnectorTask.Waiting, ConnectorTask.Running, now, time);
        if (task.Status is not (ConnectorTask.Running or ConnectorTask.Paused or ConnectorTask.Failed))
            return false;
        task.Offsets.Clear();
        task.Lifecycle.Enter(ConnectorTask.Restarting).Then(ConnectorTask.Running, time.After(now, RestartTime));
        return true;
    }

    private static bool Switch(ConnectorTask task, string from, string to, DateTimeOffset now, ServiceTime time)
    {
        if (task.Status != from)
            return false;
        if (task.Lifecycle.Pending.Count == 0)
            task.Lifecycle.Then(to, time.After(now, SwitchTime));
        return true;
    }

    private static void Change(KafkaInstance instance, Connector? connector, string status, DateTimeOffset now, ServiceTime time)
    {
        DateTimeOffset end = time.After(now, NodeTime);
        instance.ConnectorBecomes = new() { At = end, Connector = connector };
        instance.Lifecycle.Enter(status).Then(InstanceStatus.Running, end);
    }
}

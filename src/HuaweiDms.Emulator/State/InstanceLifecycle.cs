namespace HuaweiDms.Emulator.State;

/// <summary>The state transitions of an instance and their usual durations at the real service.</summary>
internal static class InstanceLifecycle
{
    /// <summary>An instance whose name starts with this fails to create, so that clients can be tested against a failed creation.</summary>
    public const string FailingNamePrefix = "fail";

    public static readonly TimeSpan UpgradeTime = TimeSpan.FromSeconds(600);

    private static readonly TimeSpan OrderTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan CreationTime = TimeSpan.FromSeconds(480);
    private static readonly TimeSpan RestartTime = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan DeletionTime = TimeSpan.FromSeconds(120);

    public static void Create(KafkaInstance instance, bool isOrder, DateTimeOffset now, ServiceTime time)
    {
        DateTimeOffset begin = isOrder ? time.After(now, OrderTime) : now;
        instance.Lifecycle.Enter(isOrder ? InstanceStatus.Ordered : InstanceStatus.Creating);
        if (isOrder)
            instance.Lifecycle.Then(InstanceStatus.Creating, begin);
        DateTimeOffset end = time.After(begin, CreationTime);
        bool fails = instance.Name.StartsWith(FailingNamePrefix, StringComparison.OrdinalIgnoreCase);
        instance.Lifecycle.Then(fails ? InstanceStatus.CreateFailed : InstanceStatus.Running, end);
        instance.CreatedAt = end;
        instance.Users.ForEach(user => user.CreatedAt = end);
    }

    /// <summary>
    /// Restarts the instance. Pending settings take effect, and every broker comes back up. Meanwhile, nothing is produced or
    /// consumed (5.1.6).
    /// </summary>
    public static void Restart(KafkaInstance instance, DateTimeOffset now, ServiceTime time)
    {
        foreach (KeyValuePair<string, string> config in instance.PendingConfigs)
            instance.Configs[config.Key] = config.Value;
        instance.PendingConfigs.Clear();
        Failover.Restore(instance);
        DateTimeOffset end = time.After(now, RestartTime);
        instance.ConsumerGroups.ForEach(group => group.OnRestart(instance, end));
        instance.Lifecycle.Enter(InstanceStatus.Restarting).Then(InstanceStatus.Running, end);
    }

    /// <summary>Upgrades now or at a scheduled time.</summary>
    public static void Upgrade(KafkaInstance instance, DateTimeOffset begin, DateTimeOffset now, ServiceTime time)
    {
        DateTimeOffset end = time.After(begin, UpgradeTime);
        if (begin > now)
            instance.Lifecycle.Schedule(InstanceStatus.Upgrading, begin).Schedule(InstanceStatus.Running, end);
        else
        {
            Failover.Restore(instance);
            instance.Lifecycle.Enter(InstanceStatus.Upgrading).Then(InstanceStatus.Running, end);
        }
        instance.IsUpgraded = true;
    }

    /// <summary>An instance being created or restarted cannot be deleted (DMS.00400099).</summary>
    public static bool CanDelete(KafkaInstance instance)
        => instance.Status is not (InstanceStatus.Creating or InstanceStatus.Restarting);

    /// <summary>Deletes the instance. Repeating the call has no effect. A failed creation disappears immediately.</summary>
    public static void Delete(KafkaInstance instance, DateTimeOffset now, ServiceTime time)
    {
        if (instance.Status == InstanceStatus.CreateFailed)
            instance.Lifecycle.EnterLast(InstanceStatus.Gone);
        else if (instance.Status != InstanceStatus.Deleting)
            instance.Lifecycle.EnterLast(InstanceStatus.Deleting).Then(InstanceStatus.Gone, time.After(now, DeletionTime));
    }
}

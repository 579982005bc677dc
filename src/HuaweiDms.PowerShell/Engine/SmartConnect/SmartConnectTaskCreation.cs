using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Creates the same Smart Connect task in several instances (5.3.3).</summary>
/// <param name="name">What it is called.</param>
/// <param name="specify">Creates the specification, with its own copy of the secrets, which the caller erases.</param>
internal sealed class SmartConnectTaskCreation(string name, Func<SmartConnectTaskSpecification> specify)
{
    public const string Purpose = "Create";

    /// <summary>Whether the task remains WAITING until it is started.</summary>
    public bool StartsLater { get; init; }

    /// <summary>Whether to wait for the task and then read it again.</summary>
    public bool WaitsForCompletion { get; init; }

    /// <summary>Whether a task of that name is used as it is, instead of being an error.</summary>
    public bool AcceptsExisting { get; init; }

    /// <summary>The first rule that is broken; null if none is.</summary>
    public Failure? Check()
    {
        using SmartConnectTaskSpecification wanted = specify();
        return SmartConnectRules.Check(wanted);
    }

    /// <summary>The warning about a valid task; null if there is none.</summary>
    public string? Warning
    {
        get
        {
            using SmartConnectTaskSpecification wanted = specify();
            return wanted.SourceTask is KafkaReplicationSource { Direction: "two-way", AddProvenanceHeader: not true, RenameTopics: not true }
                ? Text.SmartConnectCircle
                : null;
        }
    }

    /// <summary>The display text of the task.</summary>
    public string SubjectIn(InstanceReference instance) => Format("Smart Connect task {0} of {1}", name, instance.Subject);

    /// <summary>Checks whether the task is possible in an instance. Sends nothing that changes anything.</summary>
    public async Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, CancellationToken cancellationToken)
    {
        Instance home = await context.Client.Instances.GetAsync(instance.Id, cancellationToken).ConfigureAwait(false);
        if (home.SmartConnectEnabled == false)
            return PlannedChange.Refused([Failures.SmartConnectOff(instance.Subject, name)]);
        using SmartConnectTaskSpecification wanted = specify();
        if (await FindAsync(context, instance.Id, cancellationToken).ConfigureAwait(false) is { } existing)
            return AcceptsExisting ? Keep(existing, wanted, instance) : PlannedChange.Refused([Failures.AlreadyExists(name, instance.Subject, Text.SmartConnectTaskExistsAdvice)]);
        if (wanted.SourceTask is KafkaReplicationSource { PeerInstanceId: { } peer } source
            && await CheckPeerAsync(context, instance, peer, source.ReplicationFactor, cancellationToken).ConfigureAwait(false) is { } refusal)
            return PlannedChange.Refused([refusal]);
        return To(context, instance, Describe(wanted));
    }

    private PlannedChange Keep(SmartConnectTask existing, SmartConnectTaskSpecification wanted, InstanceReference instance)
    {
        PlannedChange kept = PlannedChange.Done(existing);
        (string, ObsSink?) present = (TaskTopics.Describe(existing.Topics, existing.TopicRegex), existing.SinkTask as ObsSink);
        (string, ObsSink?) requested = (TopicsOf(wanted), wanted.SinkTask as ObsSink);
        if (TaskTopics.Difference(SubjectIn(instance), present, requested, "Remove-DmsSmartConnectTask") is { } difference)
            kept.Warnings = [difference];
        return kept;
    }

    /// <summary>A peer that is not found here may still be found by the service.</summary>
    private async Task<Failure?> CheckPeerAsync(
        DmsContext context, InstanceReference instance, string peerId, int? replicas, CancellationToken cancellationToken)
    {
        if (string.Equals(peerId, instance.Id, StringComparison.OrdinalIgnoreCase))
            return Failures.InvalidArgument("PeerInstanceId", peerId, Text.SmartConnectPeerRule, name);
        try
        {
            Instance peer = await context.Client.Instances.GetAsync(peerId, cancellationToken).ConfigureAwait(false);
            return replicas > peer.BrokerCount
                ? Failures.InvalidArgument(
                    "ReplicationFactor", replicas, Format(Text.SmartConnectReplicasRule, peer.Name, peer.BrokerCount), name)
                : null;
        }
        catch (DmsException unknown) when (unknown.Kind is DmsErrorKind.NotFound or DmsErrorKind.PermissionDenied)
        {
            return null;
        }
    }

    /// <summary>No task had that name a moment ago, so one that exists after a lost response is the created one.</summary>
    private PlannedChange To(DmsContext context, InstanceReference instance, string action)
        => PlannedChange.To(
            action,
            async pipeline => await Creation.RunAsync(
                pipeline,
                Purpose,
                name,
                SubjectIn(instance),
                cancellationToken => CreateAsync(context, instance.Id, cancellationToken),
                context.Client.SmartConnect.List(instance.Id),
                task => task.Name == name ? task : null).ConfigureAwait(false),
            result => Watch(context, instance, (SmartConnectTask)result!),
            StartsLater ? WaitGoal.AnyOf("WAITING", "RUNNING") : WaitGoal.AnyOf("RUNNING"),
            async (result, pipeline) => WaitsForCompletion && ((SmartConnectTask)result!).TaskId is { } id
                ? await context.Client.SmartConnect.GetAsync(instance.Id, id, pipeline.Stop).ConfigureAwait(false)
                : result);

    private async Task<SmartConnectTask> CreateAsync(DmsContext context, string instanceId, CancellationToken cancellationToken)
    {
        using SmartConnectTaskSpecification wanted = specify();
        return await context.Client.SmartConnect.CreateAsync(instanceId, wanted, cancellationToken).ConfigureAwait(false);
    }

    private WaitTarget? Watch(DmsContext context, InstanceReference instance, SmartConnectTask made)
        => made.TaskId is not { } id
            ? null
            : new WaitTarget(
                SubjectIn(instance),
                name,
                async cancellationToken => (await context.Client.SmartConnect.GetAsync(instance.Id, id, cancellationToken).ConfigureAwait(false)).Status ?? WaitGoal.Unknown)
            {
                ShownBy = SmartConnectTaskCmdlet.ListCommand,
            };

    private async Task<SmartConnectTask?> FindAsync(DmsContext context, string instanceId, CancellationToken cancellationToken)
    {
        await foreach (SmartConnectTask task in context.Client.SmartConnect.List(instanceId).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (task.Name == name)
                return task;
        }
        return null;
    }

    private static string TopicsOf(SmartConnectTaskSpecification wanted)
        => TaskTopics.Describe(wanted.Topics ?? (wanted.SourceTask as KafkaReplicationSource)?.TopicMapping?.Keys, wanted.TopicRegex);

    /// <summary>Describes the task for -WhatIf.</summary>
    private string Describe(SmartConnectTaskSpecification wanted)
    {
        string sides = string.Join(" -> ", new object?[] { wanted.SourceTask, wanted.SinkTask }.Where(side => side is not null));
        return $"Create ({sides}, topics {TopicsOf(wanted)}{(StartsLater ? ", to be started later" : string.Empty)})";
    }
}

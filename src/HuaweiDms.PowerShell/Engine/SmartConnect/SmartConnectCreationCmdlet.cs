using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Creates the same Smart Connect task in each of the instances.</summary>
public abstract class SmartConnectCreationCmdlet : WaitingCmdlet
{
    /// <summary>The name of the task: 4 to 64 letters, digits, hyphens, underscores.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>Leaves the task WAITING, to be started by Start-DmsSmartConnectTask.</summary>
    [Parameter]
    public SwitchParameter StartLater { get; set; }

    private protected override string Purpose => "Create";

    private protected override string Thing => "task";

    /// <summary>What the parameters ask for, with secrets of its own.</summary>
    private protected abstract SmartConnectTaskSpecification Specify();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        using SmartConnectTaskSpecification wanted = Specify();
        if (SmartConnectRules.Check(wanted) is { } broken)
            ThrowTerminatingError(broken);
        if (wanted.SourceTask is KafkaReplicationSource { Direction: "two-way", AddProvenanceHeader: not true, RenameTopics: not true })
            WriteWarning(Text.SmartConnectCircle);
    }

    private protected override string Describe(InstanceReference instance, object? part)
        => Format("Smart Connect task {0} of {1}", Name, instance.Subject);

    private protected override object TargetOf(InstanceReference instance, object? part) => Name;

    private protected override async Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, object? part, CancellationToken stop)
    {
        Instance home = await context.Client.Instances.GetAsync(instance.Id, stop).ConfigureAwait(false);
        if (home.SmartConnectEnabled == false)
            return PlannedChange.Refused([Failures.SmartConnectOff(instance.Subject, Name)]);
        if (await FindAsync(context, instance.Id, stop).ConfigureAwait(false) is not null)
            return PlannedChange.Refused([Failures.AlreadyExists(Name, instance.Subject, Text.SmartConnectTaskExistsAdvice)]);
        using SmartConnectTaskSpecification wanted = Specify();
        if (wanted.SourceTask is KafkaReplicationSource { PeerInstanceId: { } peer } source
            && await CheckPeerAsync(context, instance, peer, source.ReplicationFactor, stop).ConfigureAwait(false) is { } refusal)
            return PlannedChange.Refused([refusal]);
        return To(context, instance, Tell(wanted));
    }

    /// <summary>A peer that is not found here may still be found by the service.</summary>
    private async Task<Failure?> CheckPeerAsync(DmsContext context, InstanceReference instance, string peerId, int? replicas, CancellationToken stop)
    {
        if (string.Equals(peerId, instance.Id, StringComparison.OrdinalIgnoreCase))
            return Failures.InvalidArgument("PeerInstanceId", peerId, Text.SmartConnectPeerRule, Name);
        try
        {
            Instance peer = await context.Client.Instances.GetAsync(peerId, stop).ConfigureAwait(false);
            return replicas > peer.BrokerCount
                ? Failures.InvalidArgument(
                    "ReplicationFactor", replicas, Format(Text.SmartConnectReplicasRule, peer.Name, peer.BrokerCount), Name)
                : null;
        }
        catch (DmsException unknown) when (unknown.Kind is DmsErrorKind.NotFound or DmsErrorKind.PermissionDenied)
        {
            return null;
        }
    }

    /// <summary>There was none of that name a moment ago, so one that is there when the answer was lost is the one that was asked for.</summary>
    private PlannedChange To(DmsContext context, InstanceReference instance, string action)
        => PlannedChange.To(
            action,
            async pipeline => await Creation.RunAsync(
                pipeline,
                Purpose,
                Name,
                Describe(instance, part: null),
                stop => CreateAsync(context, instance.Id, stop),
                context.Client.SmartConnect.List(instance.Id),
                task => task.Name == Name ? task : null).ConfigureAwait(false),
            result => Watch(context, instance, (SmartConnectTask)result!),
            StartLater ? WaitGoal.AnyOf("WAITING", "RUNNING") : WaitGoal.AnyOf("RUNNING"),
            async (result, pipeline) => Wait && ((SmartConnectTask)result!).TaskId is { } id
                ? await context.Client.SmartConnect.GetAsync(instance.Id, id, pipeline.Stop).ConfigureAwait(false)
                : result);

    private async Task<SmartConnectTask> CreateAsync(DmsContext context, string instanceId, CancellationToken stop)
    {
        using SmartConnectTaskSpecification wanted = Specify();
        return await context.Client.SmartConnect.CreateAsync(instanceId, wanted, stop).ConfigureAwait(false);
    }

    private WaitTarget? Watch(DmsContext context, InstanceReference instance, SmartConnectTask made)
        => made.TaskId is not { } id
            ? null
            : new WaitTarget(
                Describe(instance, part: null),
                Name,
                async stop => (await context.Client.SmartConnect.GetAsync(instance.Id, id, stop).ConfigureAwait(false)).Status ?? WaitGoal.Unknown)
            {
                Look = SmartConnectTaskCmdlet.LookCommand,
            };

    private async Task<SmartConnectTask?> FindAsync(DmsContext context, string instanceId, CancellationToken stop)
    {
        await foreach (SmartConnectTask task in context.Client.SmartConnect.List(instanceId).WithCancellation(stop).ConfigureAwait(false))
        {
            if (task.Name == Name)
                return task;
        }
        return null;
    }

    /// <summary>What is created, as -WhatIf says it.</summary>
    private string Tell(SmartConnectTaskSpecification wanted)
    {
        string topics = wanted.TopicRegex ?? string.Join(", ", wanted.Topics ?? (wanted.SourceTask as KafkaReplicationSource)?.TopicMapping?.Keys.ToArray() ?? []);
        string sides = string.Join(" -> ", new object?[] { wanted.SourceTask, wanted.SinkTask }.Where(side => side is not null));
        return $"Create ({sides}, topics {topics}{(StartLater ? ", to be started later" : string.Empty)})";
    }
}

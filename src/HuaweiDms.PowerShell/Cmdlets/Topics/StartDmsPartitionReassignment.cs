using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Moves partitions to other brokers, with one background task per instance (5.2.11).</summary>
[Cmdlet(VerbsLifecycle.Start, "DmsPartitionReassignment", DefaultParameterSetName = Rows, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.PartitionReassignment")]
public sealed class StartDmsPartitionReassignment : ReassignmentCmdlet
{
    private const string ScheduledType = "HuaweiDms.PartitionReassignment#Scheduled";

    /// <summary>The start time. If omitted, immediately.</summary>
    [Parameter]
    [Moment]
    public DateTimeOffset? At { get; set; }

    /// <summary>Waits until the partitions have moved.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum time to wait; one hour by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    private protected override string Purpose => "Reassign partitions";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (At <= UtcNow)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(At), At, Text.MoveTimeRule));
        if (At is not null && Wait)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(Wait), Wait, Text.ScheduledMoveRule));
    }

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<InstancePlan> plans)
    {
        List<InstancePlan> agreed = [];
        foreach (InstancePlan plan in plans)
        {
            string action = $"{Purpose}{Terms()}: {string.Join(", ", plan.Topics.Select(plan.Describe))}";
            if (await pipeline.AskAsync(plan.Instance.Subject, action).ConfigureAwait(false))
                agreed.Add(plan);
        }
        if (agreed.Count == 0)
            return;
        using SendAndWait run = new(pipeline, $"{Purpose}: {Counted(agreed.Count, "instance")}", ThrottleLimit, agreed.Count, Wait ? Timeout : null);
        await run.RunAsync(
            [.. agreed.Select(plan => new WorkItem(plan.Instance.Subject, plan.Instance.Id, inner => StartAsync(inner, run, plan)))], Purpose).ConfigureAwait(false);
    }

    /// <summary>
    /// The start time and rate for -WhatIf. The time is shown in UTC, because a local time may be another moment than intended.
    /// </summary>
    private string Terms()
        => (At is { } time ? $" starting at {Figures.IsoMoment(time)}" : string.Empty)
            + (ThrottleMBps is { } most ? Format(", at most {0} MB/s", most) : string.Empty);

    /// <summary>Emits the reassignment whether or not the wait succeeds: only this object contains the way back.</summary>
    private async Task<object?> StartAsync(IPipeline pipeline, SendAndWait run, InstancePlan plan)
    {
        PartitionReassignment started = await run.RequestAsync(() => SendAsync(pipeline, plan)).ConfigureAwait(false);
        started.Previous = [.. plan.Previous];
        if (At is not null)
            PSObject.AsPSObject(started).TypeNames.Insert(0, ScheduledType);
        if (TaskStates.Target(plan.Context, plan.Instance.Id, started.TaskId, $"reassignment of {plan.Instance.Subject}", started) is { } task
            && await run.TryWaitAsync(task, TaskStates.Success).ConfigureAwait(false) is { } over)
            return new NamedItems([started], [started.Previous.Length > 0 ? over.AdvisingAlso(Text.WayBackAdvice) : over]);
        return started;
    }

    /// <summary>Sends the request. If the response is lost and the task may have started, the error contains the way back.</summary>
    private async Task<PartitionReassignment> SendAsync(IPipeline pipeline, InstancePlan plan)
    {
        try
        {
            return await plan.Context.Client.Replicas.ReassignAsync(plan.Instance.Id, plan.Topics, ThrottleMBps, At, pipeline.Stop).ConfigureAwait(false);
        }
        catch (DmsException lost) when (lost.Kind == DmsErrorKind.OutcomeUnknown && plan.Previous.Count > 0)
        {
            PartitionReassignment asked = new()
            {
                Topics = [.. plan.Topics.Select(topic => topic.Topic)],
                Plan = [.. plan.Topics],
                Previous = [.. plan.Previous],
                ScheduledAt = At,
                ThrottleMBps = ThrottleMBps,
            };
            Failure failure = Failures.From(lost, asked.In(plan.Context, plan.Instance), Purpose, plan.Instance.Subject);
            throw new FailureException(failure.AdvisingAlso(Text.LostWayBackAdvice));
        }
    }
}

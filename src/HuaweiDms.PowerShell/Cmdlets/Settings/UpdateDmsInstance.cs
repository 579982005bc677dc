using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Upgrades the kernel of instances, immediately or at a given time (5.1.9). Clients may be disconnected briefly.</summary>
[Cmdlet(VerbsData.Update, "DmsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.InstanceUpgrade")]
public sealed class UpdateDmsInstance : WaitingCmdlet, IForceable
{
    private readonly InstanceStatusReader _statusReader = new();

    /// <summary>The start time. If omitted, immediately.</summary>
    [Parameter]
    [Moment]
    public DateTimeOffset? At { get; set; }

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsDestructive => true;

    private protected override string Purpose => "Upgrade";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (At is { } time && time <= UtcNow)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(At), time, Text.UpgradeTimeRule));
        if (At is not null && Wait)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(Wait), Wait, Text.ScheduledWaitRule));
    }

    private protected override Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
        => Task.FromResult(PlannedChange.To(
            At is { } time ? $"Upgrade the kernel at {Figures.IsoMoment(time)}" : "Upgrade the kernel now",
            async pipeline => await context.Client.Settings.UpgradeAsync(instance.Id, At, pipeline.Stop).ConfigureAwait(false),
            result => _statusReader.Target(context, instance.Id, instance.Subject, result!, missing: null),
            WaitGoal.RunningAfterRestart(),
            (result, pipeline) => FinishAsync(context, instance, (InstanceUpgrade)result!, pipeline.Stop)));

    /// <summary>After a rollback the instance is also RUNNING; only the task shows the failure.</summary>
    private async Task<object?> FinishAsync(
        DmsContext context, InstanceReference instance, InstanceUpgrade upgrade, CancellationToken cancellationToken)
    {
        if (!Wait)
            return upgrade;
        upgrade.Status = InstanceStates.Running;
        if (await TaskStates.FindAsync(context, instance.Id, upgrade.TaskId, cancellationToken).ConfigureAwait(false) is "FAILED")
            throw new FailureException(Failures.WaitFailed(upgrade, instance.Subject, "FAILED", "upgraded"));
        return upgrade;
    }
}

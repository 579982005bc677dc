using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Upgrades the kernel of instances, at once or at a time (5.1.9). Clients may be cut off for moments.</summary>
[Cmdlet(VerbsData.Update, "DmsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.InstanceUpgrade")]
public sealed class UpdateDmsInstance : WaitingCmdlet, IForceable
{
    private readonly InstanceStatusReader _looks = new();

    /// <summary>When to begin; left out, at once.</summary>
    [Parameter]
    [Moment]
    public DateTimeOffset? At { get; set; }

    /// <summary>Goes ahead without asking. -WhatIf still sends nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsDestructive => true;

    private protected override string Purpose => "Upgrade";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (At is { } time && time <= UtcNow)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(At), time.ToString("O"), Text.UpgradeTimeRule));
        if (At is not null && Wait)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(Wait), Wait, Text.ScheduledWaitRule));
    }

    private protected override Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, object? part, CancellationToken stop)
        => Task.FromResult(PlannedChange.To(
            At is { } time ? FormattableString.Invariant($"Upgrade the kernel at {time:yyyy-MM-dd HH:mm zzz}") : "Upgrade the kernel now",
            async pipeline => await context.Client.Settings.UpgradeAsync(instance.Id, At, pipeline.Stop).ConfigureAwait(false),
            result => _looks.Target(context, instance.Id, instance.Subject, result!, missing: null),
            WaitGoal.RunningAfterRestart(),
            (result, pipeline) => FinishAsync(context, instance, (InstanceUpgrade)result!, pipeline.Stop)));

    /// <summary>An upgrade that was rolled back leaves the instance RUNNING too; its task tells the difference.</summary>
    private async Task<object?> FinishAsync(DmsContext context, InstanceReference instance, InstanceUpgrade upgrade, CancellationToken stop)
    {
        if (!Wait)
            return upgrade;
        upgrade.Status = InstanceStates.Running;
        if (await TaskStates.FindAsync(context, instance.Id, upgrade.TaskId, stop).ConfigureAwait(false) is "FAILED")
            throw new FailureException(Failures.WaitFailed(upgrade, instance.Subject, "FAILED", "upgraded"));
        return upgrade;
    }
}

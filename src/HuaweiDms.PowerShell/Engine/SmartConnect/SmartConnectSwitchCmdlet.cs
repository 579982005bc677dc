using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Turns Smart Connect of instances on or off.</summary>
public abstract class SmartConnectSwitchCmdlet : WaitingCmdlet, IForceable
{
    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsDestructive => true;

    /// <summary>Creates a change during which the instance is not RUNNING.</summary>
    private protected static PlannedChange To(
        DmsContext context, InstanceReference instance, string action, Func<CancellationToken, Task<SmartConnectChange>> send)
        => PlannedChange.To(
            action,
            async pipeline => await send(pipeline.Stop).ConfigureAwait(false),
            result => new WaitTarget(
                instance.Subject, result!, cancellationToken => ReadStateAsync(context, instance.Id, (SmartConnectChange)result!, cancellationToken))
            {
                WaitOn = $"Wait-DmsInstance {instance.Id}",
            },
            WaitGoal.Running());

    private protected static PlannedChange Refused(string parameter, InstanceReference instance, string rule)
        => PlannedChange.Refused([Failures.InvalidArgument(parameter, instance.Subject, rule, instance.Id)]);

    /// <summary>
    /// RUNNING counts only after the change is visible, because the service shows the old state for a moment. The background task
    /// reports a failure earlier.
    /// </summary>
    private static async Task<string> ReadStateAsync(DmsContext context, string id, SmartConnectChange change, CancellationToken cancellationToken)
    {
        string? task = await TaskStates.FindAsync(context, id, change.TaskId, cancellationToken).ConfigureAwait(false);
        if (task is "FAILED" or "CANCELLED")
            return task;
        Instance current = await context.Client.Instances.GetAsync(id, cancellationToken).ConfigureAwait(false);
        bool shows = (current.SmartConnectEnabled ?? change.Enabled) == change.Enabled && task is null or "SUCCESS";
        return InstanceStates.IsRunning(current.Status) && !shows ? "not changed yet" : current.Status ?? WaitGoal.Unknown;
    }
}

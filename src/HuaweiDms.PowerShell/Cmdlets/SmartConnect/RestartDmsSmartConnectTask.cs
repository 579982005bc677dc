using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Restarts running and paused Smart Connect tasks from the beginning (5.3.9).</summary>
[Cmdlet(VerbsLifecycle.Restart, "DmsSmartConnectTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.SmartConnectTask")]
public sealed class RestartDmsSmartConnectTask : SmartConnectStateCmdlet, IForceable
{
    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Purpose => "Restart";

    private protected override string ActionFor(string? state)
        => LosesProgress(state) ? $"Restart from the beginning (it is {state}; its progress is lost)" : "Start";

    /// <summary>A task that was never started has no progress.</summary>
    private protected override bool LosesProgress(string? state) => !Is(state, "WAITING");

    private protected override string? Objection(string? state) => null;

    /// <summary>A running task must first be seen in another state.</summary>
    private protected override WaitGoal Goal(string? state) => Is(state, "RUNNING") ? WaitGoal.RunningAfterRestart() : base.Goal(state);

    private protected override Task ChangeAsync(DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken)
        => context.Client.SmartConnect.RestartAsync(instanceId, taskId, cancellationToken);
}

using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Begins running and paused Smart Connect tasks again, from the beginning (5.3.9).</summary>
[Cmdlet(VerbsLifecycle.Restart, "DmsSmartConnectTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.SmartConnectTask")]
public sealed class RestartDmsSmartConnectTask : SmartConnectStateCmdlet, IForceable
{
    /// <summary>Goes ahead without asking. -WhatIf still sends nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Purpose => "Restart";

    private protected override string ActionFor(string? state)
        => Is(state, "WAITING") ? "Start" : $"Restart from the beginning (it is {state}; its progress is lost)";

    private protected override string? Objection(string? state) => null;

    /// <summary>One that runs has to be seen in another state first.</summary>
    private protected override WaitGoal Goal(string? state) => Is(state, "RUNNING") ? WaitGoal.RunningAfterRestart() : base.Goal(state);

    /// <summary>A state does not tell whether it was begun again.</summary>
    private protected override bool IsDone(string? state) => false;

    private protected override Task ChangeAsync(DmsContext context, string instanceId, string taskId, CancellationToken stop)
        => context.Client.SmartConnect.RestartAsync(instanceId, taskId, stop);
}

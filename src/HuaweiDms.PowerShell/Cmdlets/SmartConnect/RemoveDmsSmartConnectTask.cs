using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Deletes Smart Connect tasks and their progress (5.3.6). The copied data stays.</summary>
[Cmdlet(VerbsCommon.Remove, "DmsSmartConnectTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveDmsSmartConnectTask : SmartConnectTaskCmdlet, IForceable
{
    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Purpose => "Delete";

    private protected override string ActionFor(string? state) => Is(state, "WAITING") ? "Delete (it was never started)" : $"Delete (it is {state}; its progress is lost)";

    private protected override string? Objection(string? state) => null;

    private protected override WaitGoal Goal(string? state) => WaitGoal.Deleted();

    private protected override Task ChangeAsync(DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken)
        => context.Client.SmartConnect.DeleteAsync(instanceId, taskId, cancellationToken);

    private protected override Task<object?> ReadAsync(DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken)
        => Task.FromResult<object?>(null);
}

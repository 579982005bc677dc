using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Changes the state of Smart Connect tasks.</summary>
public abstract class SmartConnectStateCmdlet : SmartConnectTaskCmdlet
{
    /// <summary>Emits the tasks in their new state; without -Wait, the service may still show the old state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The new state of the tasks.</summary>
    private protected virtual string State => "RUNNING";

    private protected override WaitGoal Goal(string? state) => WaitGoal.AnyOf(State);

    private protected override async Task<object?> ReadAsync(
        DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken)
        => PassThru ? await context.Client.SmartConnect.GetAsync(instanceId, taskId, cancellationToken).ConfigureAwait(false) : null;
}

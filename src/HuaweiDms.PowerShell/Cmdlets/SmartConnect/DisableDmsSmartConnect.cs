using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Turns off Smart Connect of instances (5.3.2), or creates an order to unsubscribe from yearly/monthly nodes (7.2.4.2).</summary>
[Cmdlet(VerbsLifecycle.Disable, "DmsSmartConnect", DefaultParameterSetName = ByUse, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.SmartConnectChange")]
public sealed class DisableDmsSmartConnect : SmartConnectSwitchCmdlet
{
    private const string ByUse = "ByUse";
    private const string ByOrder = "ByOrder";

    /// <summary>Creates an order to unsubscribe from yearly/monthly nodes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByOrder)]
    public SwitchParameter Order { get; set; }

    /// <summary>The page that the console shows after the order.</summary>
    [Parameter(ParameterSetName = ByOrder)]
    [ValidateNotNull]
    public Uri? Url { get; set; }

    private protected override string Purpose => "Turn Smart Connect off";

    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        Instance current = await context.Client.Instances.GetAsync(instance.Id, cancellationToken).ConfigureAwait(false);
        if (current.SmartConnectEnabled == false)
            return PlannedChange.Refused([Failures.SmartConnectOff(instance.Subject, instance.Id)]);
        if (!Order && current.ChargingMode == ChargingMode.PrePaid)
            return Refused(nameof(InstanceId), instance, Text.SmartConnectOrderRule);
        if (Order && current.ChargingMode == ChargingMode.PostPaid)
            return Refused(nameof(Order), instance, Text.SmartConnectNoOrderRule);
        IReadOnlyList<SmartConnectTask> tasks
            = await context.Client.SmartConnect.List(instance.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (tasks.Count > 0)
            return PlannedChange.Refused([Failures.SmartConnectInUse(instance.Subject, instance.Id, tasks.Select(task => task.Name))]);
        return Order
            ? To(context, instance, "Order the cancellation of the yearly/monthly Smart Connect nodes", token => context.Client.SmartConnect.OrderDisableAsync(instance.Id, Url, token))
            : To(context, instance, "Turn Smart Connect off and release its nodes", token => context.Client.SmartConnect.DisableAsync(instance.Id, token));
    }
}

using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Turns on Smart Connect of instances, on nodes that incur costs from then on (5.3.1).</summary>
[Cmdlet(VerbsLifecycle.Enable, "DmsSmartConnect", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.SmartConnectChange")]
public sealed class EnableDmsSmartConnect : SmartConnectSwitchCmdlet
{
    private const int DefaultNodes = 2;

    private static readonly string[] Bandwidths = ["100MB", "300MB", "600MB", "1200MB"];

    /// <summary>The number of nodes; at least 2, which is the default.</summary>
    [Parameter]
    [ValidateRange(DefaultNodes, int.MaxValue)]
    [Integer]
    public int NodeCount { get; set; } = DefaultNodes;

    /// <summary>
    /// The bandwidth of the nodes, for instances of older products only. It must equal that of the instance, which is the default.
    /// </summary>
    [Parameter]
    [CanonicalCase(typeof(EnableDmsSmartConnect))]
    [ValidateSet("100MB", "300MB", "600MB", "1200MB")]
    public string? Specification { get; set; }

    /// <summary>The type of node, such as kafka.c3.mini.connector; for instances of older products only, which require it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SpecCode { get; set; }

    private protected override string Purpose => "Turn Smart Connect on";

    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        Instance current = await context.Client.Instances.GetAsync(instance.Id, cancellationToken).ConfigureAwait(false);
        if (current.SmartConnectEnabled == true)
            return PlannedChange.Refused([Failures.AlreadyExists("Smart Connect", instance.Subject, Text.SmartConnectExistsAdvice)]);
        if (current.ChargingMode == ChargingMode.PrePaid)
            return Refused(nameof(InstanceId), instance, Text.SmartConnectPrePaidRule);
        if (Specification is not null && current.Specification is { } own && own != Specification)
        {
            string rule = Format(Text.SmartConnectSpecificationRule, instance.Subject, own);
            return PlannedChange.Refused([Failures.InvalidArgument(nameof(Specification), Specification, rule, instance.Id)]);
        }
        string? bandwidth = Specification ?? BandwidthOf(current);
        if (bandwidth is not null && SpecCode is null)
        {
            string rule = Format(Text.SmartConnectSpecCodeRule, instance.Subject, bandwidth);
            return PlannedChange.Refused([Failures.InvalidArgument(nameof(SpecCode), value: null, rule, instance.Id)]);
        }
        return To(
            context,
            instance,
            $"Turn Smart Connect on with {NodeCount} billed nodes",
            token => context.Client.SmartConnect.EnableAsync(instance.Id, NodeCount, bandwidth, SpecCode, token));
    }

    /// <summary>Returns the bandwidth, by which an older product identifies itself; null for newer ones, which have a product id.</summary>
    private static string? BandwidthOf(Instance instance) => Array.Find(Bandwidths, bandwidth => bandwidth == instance.Specification);
}

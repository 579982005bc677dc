using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Turns Smart Connect of instances on, on nodes that cost money from then on (5.3.1).</summary>
[Cmdlet(VerbsLifecycle.Enable, "DmsSmartConnect", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.SmartConnectChange")]
public sealed class EnableDmsSmartConnect : SmartConnectSwitchCmdlet
{
    private const int DefaultNodes = 2;

    private static readonly string[] Bandwidths = ["100MB", "300MB", "600MB", "1200MB"];

    /// <summary>The number of nodes, 2 at least and by default.</summary>
    [Parameter]
    [ValidateRange(DefaultNodes, int.MaxValue)]
    [Integer]
    public int NodeCount { get; set; } = DefaultNodes;

    /// <summary>The bandwidth of the nodes; only for instances of older products; left out, that of the instance, which it has to be.</summary>
    [Parameter]
    [CanonicalCase(typeof(EnableDmsSmartConnect))]
    [ValidateSet("100MB", "300MB", "600MB", "1200MB")]
    public string? Specification { get; set; }

    /// <summary>The kind of node, such as kafka.c3.mini.connector; only for instances of older products, which need it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SpecCode { get; set; }

    private protected override string Purpose => "Turn Smart Connect on";

    private protected override async Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, object? part, CancellationToken stop)
    {
        Instance current = await context.Client.Instances.GetAsync(instance.Id, stop).ConfigureAwait(false);
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

    /// <summary>The bandwidth that an instance of an older product is named by; null for newer ones, which are named by their product.</summary>
    private static string? BandwidthOf(Instance instance) => Array.Find(Bandwidths, bandwidth => bandwidth == instance.Specification);
}

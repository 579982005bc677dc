using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Changes the storage, the number of brokers or the product of Kafka instances (5.4.1).</summary>
[Cmdlet(VerbsCommon.Resize, "DmsInstance", DefaultParameterSetName = Storage, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.Instance")]
public sealed class ResizeDmsInstance : WaitingCmdlet, IForceable
{
    private const string Storage = "Storage";
    private const string Broker = "Broker";
    private const string Product = "Product";

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public override InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The total storage of all brokers, in GB.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Storage)]
    [Parameter(ParameterSetName = Broker)]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? StorageSpaceGB { get; set; }

    /// <summary>The number of brokers, at most 30.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Broker)]
    [ValidateRange(1, 30)]
    [Integer]
    public int BrokerCount { get; set; }

    /// <summary>The ids of public addresses, one for each new broker, if the instance has public access.</summary>
    [Parameter(ParameterSetName = Broker)]
    [ValidateNotNullOrEmpty]
    public string[] PublicIpId { get; set; } = [];

    /// <summary>Private IPv4 addresses for new brokers; the service chooses the remaining ones.</summary>
    [Parameter(ParameterSetName = Broker)]
    [ValidateNotNullOrEmpty]
    public string[] TenantIp { get; set; } = [];

    /// <summary>The network id of a second subnet for the new brokers; the service's support must enable this first.</summary>
    [Parameter(ParameterSetName = Broker)]
    [ValidateNotNullOrEmpty]
    public string? SecondSubnetId { get; set; }

    /// <summary>The product.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Product)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductCompleter))]
    public string ProductId { get; set; } = string.Empty;

    /// <summary>Emits the instance in its new state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsDestructive => true;

    private protected override string? OwnNoun => "product";

    private protected override string Purpose => ParameterSetName switch
    {
        Storage => $"Change storage to {StorageSpaceGB} GB",
        Broker => $"Change number of brokers to {BrokerCount}",
        _ => $"Change product to {ProductId}",
    };

    /// <summary>Refuses a request that is known to fail before the confirmation prompt.</summary>
    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        Instance now = await context.Client.Instances.GetAsync(instance.Id, cancellationToken).ConfigureAwait(false);
        ResizeRules rules = new(now, await context.Client.Resizing.ListOptionsAsync(instance.Id, cancellationToken).ConfigureAwait(false));
        if (Violation(rules) is { } violation)
            return PlannedChange.Refused([violation]);
        InstanceSize size = Size(rules);
        PlannedChange change = PlannedChange.To(
            Purpose,
            pipeline => SendAsync(pipeline, context, instance.Id, size),
            _ => InstanceStates.Target(context, instance.Id, instance.Subject, instance.Id, size),
            WaitGoal.Running(),
            async (_, pipeline) => PassThru ? await context.Client.Instances.GetAsync(instance.Id, pipeline.Stop).ConfigureAwait(false) : null);
        change.Subject = $"{instance.At(context.Name, now.Name, instance.Place).Subject}, {rules.Present}";
        return change;
    }

    private Failure? Violation(ResizeRules rules)
        => rules.CheckPayment() ?? ParameterSetName switch
        {
            Storage => rules.CheckStorage(StorageSpaceGB ?? 0),
            Broker => rules.CheckBrokers(BrokerCount, StorageSpaceGB, PublicIpId.Length, TenantIp),
            _ => rules.CheckProduct(ProductId),
        };

    private InstanceSize Size(ResizeRules rules)
        => ParameterSetName switch
        {
            Storage => InstanceSize.Storage(StorageSpaceGB ?? 0),
            Broker => InstanceSize.Brokers(BrokerCount, rules.StorageOf(BrokerCount) ?? StorageSpaceGB ?? 0, PublicIpId, TenantIp, SecondSubnetId),
            _ => InstanceSize.Product(ProductId),
        };

    private async Task<object?> SendAsync(IPipeline pipeline, DmsContext context, string id, InstanceSize size)
    {
        string job = await context.Client.Resizing.ResizeAsync(id, size, pipeline.Stop).ConfigureAwait(false);
        pipeline.WriteVerbose($"{Purpose}: {id}, job {job}");
        return null;
    }
}

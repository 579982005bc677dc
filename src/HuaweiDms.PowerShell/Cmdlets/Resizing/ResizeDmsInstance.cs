using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Gives Kafka instances more storage, more brokers or another product (5.4.1).</summary>
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

    /// <summary>The storage of all brokers together, in GB.</summary>
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

    /// <summary>A public address for each new broker, by id, where the instance has public access.</summary>
    [Parameter(ParameterSetName = Broker)]
    [ValidateNotNullOrEmpty]
    public string[] PublicIpId { get; set; } = [];

    /// <summary>Private IPv4 addresses of new brokers; for those beyond, the service chooses.</summary>
    [Parameter(ParameterSetName = Broker)]
    [ValidateNotNullOrEmpty]
    public string[] TenantIp { get; set; } = [];

    /// <summary>The network id of a spare subnet that the new brokers go into; the service's support has to allow it first.</summary>
    [Parameter(ParameterSetName = Broker)]
    [ValidateNotNullOrEmpty]
    public string? SecondSubnetId { get; set; }

    /// <summary>The product.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Product)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductCompleter))]
    public string ProductId { get; set; } = string.Empty;

    /// <summary>Emits the instance as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Goes ahead without asking. -WhatIf still sends nothing.</summary>
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

    /// <summary>Whatever is known to be refused is refused before anybody is asked.</summary>
    private protected override async Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, object? part, CancellationToken stop)
    {
        Instance now = await context.Client.Instances.GetAsync(instance.Id, stop).ConfigureAwait(false);
        ResizeRules rules = new(now, await context.Client.Resizing.ListOptionsAsync(instance.Id, stop).ConfigureAwait(false));
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

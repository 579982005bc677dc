using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Gives Kafka instances more storage, more brokers or another product (5.4.1).</summary>
[Cmdlet(VerbsCommon.Resize, "DmsInstance", DefaultParameterSetName = Storage, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.Instance")]
public sealed class ResizeDmsInstance : ActionCmdlet
{
    private const string Storage = "Storage";
    private const string Broker = "Broker";
    private const string Product = "Product";

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The storage of all brokers together, in GB.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Storage)]
    [Parameter(ParameterSetName = Broker)]
    [ValidateRange(1, int.MaxValue)]
    public int? StorageSpaceGB { get; set; }

    /// <summary>The number of brokers, at most 30.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Broker)]
    [ValidateRange(1, 30)]
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

    /// <summary>Waits until the instance is RUNNING and shows the new size.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at most; one hour by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Emits the instance as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Goes ahead without asking. -WhatIf still sends nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool LosesOfInstance => true;

    private protected override string? OwnNoun => "product";

    private protected override bool Forced => Force;

    private protected override string Action => ParameterSetName switch
    {
        Storage => $"Change storage to {StorageSpaceGB} GB",
        Broker => $"Change number of brokers to {BrokerCount}",
        _ => $"Change product to {ProductId}",
    };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, InstanceReference reference) in Resolve(InstanceId))
            Check(context, reference);
    }

    /// <summary>Whatever is known to be refused is refused before anybody is asked.</summary>
    private void Check(DmsContext context, InstanceReference reference)
    {
        string? subject = null;
        Func<IPipeline, Task<object?>>? work = null;
        RunReporting(
            async pipeline =>
            {
                Instance instance = await context.Client.Instances.GetAsync(reference.Id, pipeline.Stop).ConfigureAwait(false);
                ResizeRules rules = new(instance, await context.Client.Resizing.ListOptionsAsync(reference.Id, pipeline.Stop).ConfigureAwait(false));
                if (Violation(rules) is { } violation)
                    throw new FailureException(violation);
                InstanceSize size = Size(rules);
                subject = $"{instance.Name} ({instance.InstanceId}), now {instance.TotalStorageSpaceGB} GB on {instance.BrokerCount} brokers of {instance.ProductId}";
                work = inner => ResizeAsync(inner, context, reference.Id, size);
            },
            reference.Id);
        if (work is not null)
            Collect(context, subject!, reference.Id, work);
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
            Broker => InstanceSize.Brokers(BrokerCount, rules.StorageOf(BrokerCount), PublicIpId, TenantIp, SecondSubnetId),
            _ => InstanceSize.Product(ProductId),
        };

    private async Task<object?> ResizeAsync(IPipeline pipeline, DmsContext context, string id, InstanceSize size)
    {
        string job = await context.Client.Resizing.ResizeAsync(id, size, pipeline.Stop).ConfigureAwait(false);
        pipeline.WriteVerbose($"{Action}: {id}, job {job}");
        if (Wait)
        {
            using Waiter waiter = new(pipeline, Action, 1, Timeout, pollInterval: null, new WaitClock());
            await waiter.WaitAsync(InstanceStates.Target(context, id, id, id, size), WaitGoal.Running()).ConfigureAwait(false);
        }
        return PassThru ? await context.Client.Instances.GetAsync(id, pipeline.Stop).ConfigureAwait(false) : null;
    }
}

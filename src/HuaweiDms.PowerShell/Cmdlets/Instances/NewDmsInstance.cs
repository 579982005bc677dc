using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates Kafka instances (5.1.1; v1.0: 7.1.1.1). Costs accrue as soon as the service accepts the request.</summary>
[Cmdlet(VerbsCommon.New, "DmsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.Instance")]
public sealed class NewDmsInstance : ThrottledCmdlet, IForceable
{
    /// <summary>The name: 4 to 64 letters, digits, hyphens and underscores, beginning with a letter.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [InstanceName]
    public string Name { get; set; } = string.Empty;

    /// <summary>The Kafka version, such as 2.7 or 3.x.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EngineVersionCompleter))]
    public string EngineVersion { get; set; } = string.Empty;

    /// <summary>The number of brokers. Required, except with -Specification, which replaces it in v1.0.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Within(1, int.MaxValue)]
    [Integer(MayBeEmpty = true)]
    public int? BrokerCount { get; set; }

    /// <summary>
    /// The storage for messages in GB: at least 300, and at most 300000 for c6.2u4g.cluster, 600000 for c6.4u8g.cluster, 1500000 for
    /// larger products. With v1.0, at least 600, 1200, 2400 or 4800, depending on the bandwidth, and at most 90000.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [StorageSpace]
    [Integer]
    public int StorageSpaceGB { get; set; }

    /// <summary>The product, such as c6.2u4g.cluster.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductCompleter))]
    public string ProductId { get; set; } = string.Empty;

    /// <summary>The disk type, such as dms.physical.storage.ultra.v2.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StorageSpecCompleter))]
    public string StorageSpecCode { get; set; } = string.Empty;

    /// <summary>The VPC.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string VpcId { get; set; } = string.Empty;

    /// <summary>The network id of the subnet.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string SubnetId { get; set; } = string.Empty;

    /// <summary>The security group.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string SecurityGroupId { get; set; } = string.Empty;

    /// <summary>The ids of the availability zones: one, or at least three.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [SemicolonList]
    [AvailabilityZones]
    [ArgumentCompleter(typeof(AvailabilityZoneCompleter))]
    public string[] AvailabilityZone { get; set; } = [];

    /// <summary>The description, at most 1024 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AtMost(1024)]
    public string? Description { get; set; }

    /// <summary>Start of the maintenance window, a time of day. The reference does not state its time zone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeOfDay]
    [Duration(MayBeEmpty = true)]
    [ArgumentCompleter(typeof(MaintenanceBeginCompleter))]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>End of the maintenance window, four hours after its start.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeOfDay]
    [Duration(MayBeEmpty = true)]
    [ArgumentCompleter(typeof(MaintenanceEndCompleter))]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>The ids of elastic IP addresses; turns on public access.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SemicolonList]
    [ValidateNotNull]
    public string[]? PublicIpId { get; set; }

    /// <summary>The public bandwidth in Mbit/s, for v1.0 only: a multiple of the number of brokers, at most 300 per broker.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Within(1, 2400)]
    [Integer(MayBeEmpty = true)]
    public int? PublicBandwidthMbps { get; set; }

    /// <summary>Private IPv4 addresses for the brokers, at most one per broker.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SemicolonList]
    [ValidateNotNull]
    public string[]? TenantIp { get; set; }

    /// <summary>The user and password for SASL; turns on SASL.</summary>
    [Parameter]
    [Credential]
    public PSCredential? AccessCredential { get; set; }

    /// <summary>The protocol for SASL; SASL_SSL by default. Cannot be changed later. Ignored with -AccessMode.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CanonicalCase(typeof(NewDmsInstance))]
    [ValidateSet("SASL_SSL", "SASL_PLAINTEXT")]
    public Choice? SecurityProtocol { get; set; }

    /// <summary>The SASL mechanisms; PLAIN by default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CanonicalCase(typeof(NewDmsInstance), AllowsList = true)]
    [ValidateSet("PLAIN", "SCRAM-SHA-512")]
    public string[]? SaslMechanism { get; set; }

    /// <summary>The access modes to turn on. One inside the VPC is always on; each side can have at most one kind of SASL.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CanonicalCase(typeof(NewDmsInstance), AllowsList = true)]
    [ValidateSet("PrivatePlain", "PrivateSaslSsl", "PrivateSaslPlaintext", "PublicPlain", "PublicSaslSsl", "PublicSaslPlaintext")]
    public string[]? AccessMode { get; set; }

    /// <summary>Keeps plaintext access inside the VPC in addition to SASL.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter EnableVpcPlaintext { get; set; }

    /// <summary>What the service does when the disk is full: produce_reject rejects new messages, time_base deletes the oldest.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CanonicalCase(typeof(NewDmsInstance))]
    [ValidateSet("produce_reject", "time_base")]
    public Choice? RetentionPolicy { get; set; }

    /// <summary>Creates a topic with 3 partitions and 3 replicas when a client first uses it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter EnableAutoTopic { get; set; }

    /// <summary>Turns on Smart Connect. Newer products do not accept this yet; use Enable-DmsSmartConnect afterwards.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter EnableSmartConnect { get; set; }

    /// <summary>Turns on IPv6, if the VPC supports it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter EnableIpv6 { get; set; }

    /// <summary>The key for disk encryption; turns on encryption.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DiskEncryptionKeyId { get; set; }

    /// <summary>The processor architecture; X86 is the only one at present.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ArchitectureCompleter))]
    public string? Architecture { get; set; }

    /// <summary>The enterprise project; required for accounts with enterprise projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? EnterpriseProjectId { get; set; }

    /// <summary>Tags, as @{ key = 'value' } or as text, key=value.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Tags]
    public TagTable? Tag { get; set; }

    /// <summary>The charging mode: PostPaid is pay-per-use, PrePaid is yearly/monthly.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CanonicalCase(typeof(NewDmsInstance))]
    [ValidateSet("PrePaid", "PostPaid")]
    public Choice? ChargingMode { get; set; }

    /// <summary>The unit of the subscription period of a yearly/monthly instance.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CanonicalCase(typeof(NewDmsInstance))]
    [ValidateSet("month", "year")]
    public Choice? PeriodType { get; set; }

    /// <summary>The number of periods: 1 to 9 months, 1 to 3 years.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Within(1, 9)]
    [Integer(MayBeEmpty = true)]
    public int? PeriodCount { get; set; }

    /// <summary>Renews a yearly/monthly instance at the end of its period.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>Pays for the order without a manual step.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter AutoPay { get; set; }

    /// <summary>The bandwidth, for v1.0 only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CanonicalCase(typeof(NewDmsInstance))]
    [ValidateSet("100MB", "300MB", "600MB", "1200MB")]
    public Choice? Specification { get; set; }

    /// <summary>The user and password for Kafka Manager, for v1.0 only.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ManagerCredential { get; set; }

    /// <summary>Emits an instance with this name that already exists instead of reporting an error, and warns if it differs.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>Waits until the instance is RUNNING.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum time to wait; one hour by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// The rows of orders, for example from a CSV file: their properties supply the parameters. An instance is not an order.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [OrderRow]
    public PSObject? InputObject { get; set; }

    /// <summary>Text parameters that an empty cell leaves unset.</summary>
    private static readonly string[] MayBeEmpty = [nameof(DiskEncryptionKeyId), nameof(Architecture), nameof(EnterpriseProjectId)];

    private readonly List<Order> _orders = [];

    private protected override string Purpose => InstanceCreation.Purpose;

    private string Action => IfNotExists ? $"{Purpose} unless it exists" : Purpose;

    /// <summary>
    /// Whether the storage comes from an instance's own StorageSpaceGB (Select-Object), which has another meaning: the space that
    /// messages can use.
    /// </summary>
    private bool IsSelectedOfInstance
        => InputObject?.TypeNames.Contains("Selected.HuaweiDms.Instance") == true && !CommandLine.Has(nameof(StorageSpaceGB)) && InputObject.Properties[nameof(StorageSpaceGB)] is not null;

    /// <summary>
    /// An empty cell of a row counts as omitted. On the command line it is probably a forgotten variable, and the instance would lack
    /// its key or its subscription period, so it is an error.
    /// </summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        foreach (KeyValuePair<string, object> bound in MyInvocation.BoundParameters)
        {
            if (bound.Value is Choice { Value: null } or string[] { Length: 0 } || (bound.Value is string text && MayBeEmpty.Contains(bound.Key) && None(text) is null))
                ThrowTerminatingError(Failures.InvalidArgument(bound.Key, string.Empty, Text.GivenEmptyRule, Name));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Tag?.Bad is { } bad)
        {
            WriteError(Failures.InvalidArgument(nameof(Tag), bad, Text.TagFormRule, Name));
            return;
        }
        foreach (DmsContext context in Contexts)
        {
            InstanceSpecification order = Specify();
            InstanceCreation creation = new(context, order, AccessCredential, ManagerCredential) { AcceptsExisting = IfNotExists };
            if (creation.Check() is { } violation)
            {
                WriteError(violation);
                continue;
            }
            if (creation.Warning is { } warning)
                WriteWarning(warning);
            if (IsSelectedOfInstance)
                WriteWarning(Format(Text.OrderOfSelectedWarning, Name, StorageSpaceGB));
            _orders.Add(new(creation, Name, Placed(context, Name), Placed(context, $"{Name} ({OrderText.Of(order)})")));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_orders.Count == 0)
            return;
        bool looksFirst = IfNotExists && !IsForced;
        TimeSpan? timeout = Wait && !IsWhatIf ? Timeout : null;
        RunReporting(pipeline => RunAsync(pipeline, looksFirst, timeout));
    }

    private async Task RunAsync(IPipeline pipeline, bool looksFirst, TimeSpan? timeout)
    {
        List<Order> agreed = [];
        foreach (Order order in looksFirst ? await LookAsync(pipeline).ConfigureAwait(false) : _orders)
        {
            if (order.Creation.IsFound || await pipeline.AskAsync(order.Summary, Action).ConfigureAwait(false))
                agreed.Add(order);
        }
        if (agreed.Count == 0)
            return;
        using SendAndWait run = new(pipeline, $"Creating {Counted(agreed.Count, "instance")}", ThrottleLimit, agreed.Count, timeout);
        await run.RunAsync(
            [.. agreed.Select(order => new WorkItem(order.Summary, order.Name, inner => order.Creation.RunAsync(inner, run, order.Subject)))],
            Purpose).ConfigureAwait(false);
    }

    /// <summary>Looks which instances exist, so that the command prompts only for others.</summary>
    private Task<List<Order>> LookAsync(IPipeline pipeline)
        => ItemRunner.ReadAsync<Order>(
            pipeline,
            [.. _orders.Select(order => new WorkItem(order.Summary, order.Name, async inner =>
            {
                await order.Creation.LookAsync(inner, order.Subject).ConfigureAwait(false);
                return order;
            }))],
            Purpose,
            ThrottleLimit);

    private InstanceSpecification Specify() => new()
    {
        Name = Name,
        Description = Description,
        EngineVersion = EngineVersion,
        BrokerCount = BrokerCount,
        StorageSpaceGB = StorageSpaceGB,
        ProductId = ProductId,
        StorageSpecCode = StorageSpecCode,
        Specification = Specification?.Value,
        VpcId = VpcId,
        SubnetId = SubnetId,
        SecurityGroupId = SecurityGroupId,
        AvailabilityZones = AvailabilityZone,
        MaintenanceBegin = MaintenanceBegin,
        MaintenanceEnd = MaintenanceEnd,
        PublicIpEnabled = None(PublicIpId) is null ? null : true,
        PublicIpIds = None(PublicIpId),
        PublicBandwidthMbps = PublicBandwidthMbps,
        TenantIps = None(TenantIp),
        SaslEnabled = AccessCredential is null ? null : true,
        AccessUserName = AccessCredential?.UserName,
        ManagerUserName = ManagerCredential?.UserName,
        SecurityProtocol = SecurityProtocol?.Value,
        SaslMechanisms = None(SaslMechanism),
        AccessModes = None(AccessMode),
        VpcPlaintextEnabled = TrueIf(EnableVpcPlaintext),
        RetentionPolicy = RetentionPolicy?.Value,
        Ipv6Enabled = TrueIf(EnableIpv6),
        DiskEncrypted = None(DiskEncryptionKeyId) is null ? null : true,
        DiskEncryptionKeyId = None(DiskEncryptionKeyId),
        AutoTopicEnabled = TrueIf(EnableAutoTopic),
        SmartConnectEnabled = TrueIf(EnableSmartConnect),
        Architecture = None(Architecture),
        EnterpriseProjectId = None(EnterpriseProjectId),
        Tags = Tag is null || Tag.IsEmpty ? null : Tag.Texts(),
        Subscription = Subscribe(),
    };

    private Subscription? Subscribe()
        => ChargingMode?.Value is null && PeriodType?.Value is null && PeriodCount is null && !AutoRenew && !AutoPay
            ? null
            : new()
            {
                ChargingMode = ChargingMode?.Value == "PrePaid" ? "prePaid" : "postPaid",
                PeriodType = PeriodType?.Value,
                PeriodCount = PeriodCount,
                AutoRenew = TrueIf(AutoRenew),
                AutoPay = TrueIf(AutoPay),
            };

    /// <summary>Returns null for an empty cell.</summary>
    private static string? None(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string[]? None(string[]? values) => values is { Length: > 0 } ? values : null;

    /// <summary>A switch only turns a feature on; without it, nothing is sent.</summary>
    private static bool? TrueIf(SwitchParameter given) => given.IsPresent ? true : null;

    /// <summary>What a record orders over one connection.</summary>
    /// <param name="Creation">Orders it.</param>
    /// <param name="Name">The name of the instance.</param>
    /// <param name="Subject">The display text of the instance.</param>
    /// <param name="Summary">The display text of the order.</param>
    private sealed record Order(InstanceCreation Creation, string Name, string Subject, string Summary);
}

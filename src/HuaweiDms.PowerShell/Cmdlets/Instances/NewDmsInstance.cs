using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates Kafka instances (5.1.1; v1.0: 7.1.1.1). It costs money from the moment the service accepts it.</summary>
[Cmdlet(VerbsCommon.New, "DmsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.Instance")]
public sealed class NewDmsInstance : ActionCmdlet, IForceable
{
    /// <summary>The name: begins with a letter; letters, digits, hyphens, underscores; 4 to 64 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [InstanceName]
    public string Name { get; set; } = string.Empty;

    /// <summary>The Kafka version, such as 2.7 or 3.x.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EngineVersionCompleter))]
    public string EngineVersion { get; set; } = string.Empty;

    /// <summary>The number of brokers. Required but with -Specification, which v1.0 has in its place.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Within(1, int.MaxValue)]
    [Integer(MayBeEmpty = true)]
    public int? BrokerCount { get; set; }

    /// <summary>
    /// The storage for messages in GB, 300 at least; at most 300000 for c6.2u4g.cluster, 600000 for c6.4u8g.cluster, 1500000 for larger
    /// ones. Over v1.0 600, 1200, 2400 or 4800 at least, as the bandwidth has it, and 90000 at most.
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

    /// <summary>The subnet's network id.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string SubnetId { get; set; } = string.Empty;

    /// <summary>The security group.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string SecurityGroupId { get; set; } = string.Empty;

    /// <summary>Ids of the availability zones: one, or three and more.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Several]
    [AvailabilityZones]
    [ArgumentCompleter(typeof(AvailabilityZoneCompleter))]
    public string[] AvailabilityZone { get; set; } = [];

    /// <summary>Free text, at most 1024 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AtMost(1024)]
    public string? Description { get; set; }

    /// <summary>Start of the maintenance window, a time of day in a zone that the reference does not name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeOfDay]
    [Duration(MayBeEmpty = true)]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>End of the maintenance window, four hours after its start.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeOfDay]
    [Duration(MayBeEmpty = true)]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>Elastic IP addresses; turns public access on.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Several]
    [ValidateNotNull]
    public string[]? PublicIpId { get; set; }

    /// <summary>The public bandwidth in Mbit/s, for v1.0 only: a multiple of the number of brokers, at most 300 for each.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Within(1, 2400)]
    [Integer(MayBeEmpty = true)]
    public int? PublicBandwidthMbps { get; set; }

    /// <summary>Private IPv4 addresses for the brokers, at most one each.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Several]
    [ValidateNotNull]
    public string[]? TenantIp { get; set; }

    /// <summary>User and password for SASL; turns SASL on.</summary>
    [Parameter]
    [Credential]
    public PSCredential? AccessCredential { get; set; }

    /// <summary>The protocol used with SASL; SASL_SSL where none is given. Cannot be changed later. Does not count beside -AccessMode.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("SASL_SSL", "SASL_PLAINTEXT")]
    public Choice? SecurityProtocol { get; set; }

    /// <summary>The SASL mechanisms; PLAIN where none is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsListed(typeof(NewDmsInstance), Several = true)]
    [ValidateSet("PLAIN", "SCRAM-SHA-512")]
    public string[]? SaslMechanism { get; set; }

    /// <summary>The access modes to turn on. One inside the VPC always is, and one kind of SASL on each side at most.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsListed(typeof(NewDmsInstance), Several = true)]
    [ValidateSet("PrivatePlain", "PrivateSaslSsl", "PrivateSaslPlaintext", "PublicPlain", "PublicSaslSsl", "PublicSaslPlaintext")]
    public string[]? AccessMode { get; set; }

    /// <summary>Leaves plaintext access inside the VPC on beside SASL.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter EnableVpcPlaintext { get; set; }

    /// <summary>What happens when the disk is full: produce_reject refuses new messages, time_base deletes the oldest.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("produce_reject", "time_base")]
    public Choice? RetentionPolicy { get; set; }

    /// <summary>Creates topics with 3 partitions and 3 replicas when a client first uses them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter EnableAutoTopic { get; set; }

    /// <summary>Turns Smart Connect on. Newer products do not take it yet; Enable-DmsSmartConnect does it later.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter EnableSmartConnect { get; set; }

    /// <summary>Turns IPv6 on, where the VPC has it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter EnableIpv6 { get; set; }

    /// <summary>The key for disk encryption; turns it on.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DiskEncryptionKeyId { get; set; }

    /// <summary>The processor architecture; at present there is only X86.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ArchitectureCompleter))]
    public string? Architecture { get; set; }

    /// <summary>The enterprise project; accounts with enterprise projects have to name it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? EnterpriseProjectId { get; set; }

    /// <summary>Tags, as @{ key = 'value' } or as text, key=value.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Tags]
    public TagTable? Tag { get; set; }

    /// <summary>PostPaid is pay-per-use, PrePaid yearly/monthly.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("PrePaid", "PostPaid")]
    public Choice? ChargingMode { get; set; }

    /// <summary>The unit of the term of a yearly/monthly instance.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("month", "year")]
    public Choice? PeriodType { get; set; }

    /// <summary>How many periods: 1 to 9 months, 1 to 3 years.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Within(1, 9)]
    [Integer(MayBeEmpty = true)]
    public int? PeriodCount { get; set; }

    /// <summary>Renews a yearly/monthly instance when its term ends.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>Pays the order without a manual step.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter AutoPay { get; set; }

    /// <summary>The bandwidth, for v1.0 only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("100MB", "300MB", "600MB", "1200MB")]
    public Choice? Specification { get; set; }

    /// <summary>User and password of Kafka Manager, for v1.0 only.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ManagerCredential { get; set; }

    /// <summary>Emits the instance if one of that name already exists, instead of an error; warns if it differs from the order.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>Waits until the instance is RUNNING.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at most; one hour by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Goes ahead without asking. -WhatIf still sends nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Rows of orders, such as those of a CSV file: their properties are the parameters. An instance is none.</summary>
    [Parameter(ValueFromPipeline = true)]
    [OrderRow]
    public PSObject? InputObject { get; set; }

    /// <summary>The texts that a cell may have none of.</summary>
    private static readonly string[] MayBeEmpty = [nameof(DiskEncryptionKeyId), nameof(Architecture), nameof(EnterpriseProjectId)];

    private SendAndWait? _run;

    private protected override string Purpose => InstanceCreation.Purpose;

    private protected override string Action => IfNotExists ? $"{Purpose} unless it exists" : Purpose;

    /// <summary>Whether the storage came with what was selected of an instance, where it means another thing.</summary>
    private bool IsSelectedOfInstance
        => InputObject?.TypeNames.Contains("Selected.HuaweiDms.Instance") == true && !Given.Has(nameof(StorageSpaceGB)) && InputObject.Properties[nameof(StorageSpaceGB)] is not null;

    /// <summary>
    /// An empty cell is left out. On the command line it is a variable that somebody forgot to set, and an instance without its key or
    /// its term would be another one than was meant.
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
            string subject = Placed(context, Name);
            Collect(Placed(context, $"{Name} ({OrderText.Of(order)})"), Name, pipeline => creation.RunAsync(pipeline, _run!, subject));
        }
    }

    private protected override async Task SendAsync(IPipeline pipeline, IReadOnlyList<WorkItem> items)
    {
        using SendAndWait run = new(pipeline, $"Creating {Counted(items.Count, "instance")}", ThrottleLimit, items.Count, Wait ? Timeout : null);
        _run = run;
        await run.RunAsync(items, Purpose).ConfigureAwait(false);
    }

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

    /// <summary>An empty cell is none.</summary>
    private static string? None(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string[]? None(string[]? values) => values is { Length: > 0 } ? values : null;

    /// <summary>A switch turns on, and says nothing else.</summary>
    private static bool? TrueIf(SwitchParameter given) => given.IsPresent ? true : null;
}

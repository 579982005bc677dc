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
    [ValidateRange(1, int.MaxValue)]
    [Integer]
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
    [AvailabilityZones]
    [ArgumentCompleter(typeof(AvailabilityZoneCompleter))]
    public string[] AvailabilityZone { get; set; } = [];

    /// <summary>Free text, at most 1024 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateLength(0, 1024)]
    public string? Description { get; set; }

    /// <summary>Start of the maintenance window, a time of day in a zone that the reference does not name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeOfDay]
    [Duration]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>End of the maintenance window, four hours after its start.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeOfDay]
    [Duration]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>Elastic IP addresses; turns public access on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? PublicIpId { get; set; }

    /// <summary>The public bandwidth in Mbit/s, for v1.0 only: a multiple of the number of brokers, at most 300 for each.</summary>
    [Parameter]
    [ValidateRange(1, 2400)]
    [Integer]
    public int? PublicBandwidthMbps { get; set; }

    /// <summary>Private IPv4 addresses for the brokers, at most one each.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? TenantIp { get; set; }

    /// <summary>User and password for SASL; turns SASL on.</summary>
    [Parameter]
    [Credential]
    public PSCredential? AccessCredential { get; set; }

    /// <summary>The protocol used with SASL; SASL_SSL where none is given. Cannot be changed later. Does not count beside -AccessMode.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("SASL_SSL", "SASL_PLAINTEXT")]
    public string? SecurityProtocol { get; set; }

    /// <summary>The SASL mechanisms; PLAIN where none is given.</summary>
    [Parameter]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("PLAIN", "SCRAM-SHA-512")]
    public string[]? SaslMechanism { get; set; }

    /// <summary>The access modes to turn on. One inside the VPC always is, and one kind of SASL on each side at most.</summary>
    [Parameter]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("PrivatePlain", "PrivateSaslSsl", "PrivateSaslPlaintext", "PublicPlain", "PublicSaslSsl", "PublicSaslPlaintext")]
    public string[]? AccessMode { get; set; }

    /// <summary>Leaves plaintext access inside the VPC on beside SASL.</summary>
    [Parameter]
    public SwitchParameter EnableVpcPlaintext { get; set; }

    /// <summary>What happens when the disk is full: produce_reject refuses new messages, time_base deletes the oldest.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("produce_reject", "time_base")]
    public string? RetentionPolicy { get; set; }

    /// <summary>Creates topics with 3 partitions and 3 replicas when a client first uses them.</summary>
    [Parameter]
    public SwitchParameter EnableAutoTopic { get; set; }

    /// <summary>Turns Smart Connect on. Newer products do not take it yet; Enable-DmsSmartConnect does it later.</summary>
    [Parameter]
    public SwitchParameter EnableSmartConnect { get; set; }

    /// <summary>Turns IPv6 on, where the VPC has it.</summary>
    [Parameter]
    public SwitchParameter EnableIpv6 { get; set; }

    /// <summary>The key for disk encryption; turns it on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DiskEncryptionKeyId { get; set; }

    /// <summary>The processor architecture; at present there is only X86.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ArchitectureCompleter))]
    public string? Architecture { get; set; }

    /// <summary>The enterprise project; accounts with enterprise projects have to name it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? EnterpriseProjectId { get; set; }

    /// <summary>Tags, as @{ key = 'value' } or as text, key=value.</summary>
    [Parameter]
    [Tags]
    public TagTable? Tag { get; set; }

    /// <summary>PostPaid is pay-per-use, PrePaid yearly/monthly.</summary>
    [Parameter]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("PrePaid", "PostPaid")]
    public string? ChargingMode { get; set; }

    /// <summary>The unit of the term of a yearly/monthly instance.</summary>
    [Parameter]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("month", "year")]
    public string? PeriodType { get; set; }

    /// <summary>How many periods: 1 to 9 months, 1 to 3 years.</summary>
    [Parameter]
    [ValidateRange(1, 9)]
    [Integer]
    public int? PeriodCount { get; set; }

    /// <summary>Renews a yearly/monthly instance when its term ends.</summary>
    [Parameter]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>Pays the order without a manual step.</summary>
    [Parameter]
    public SwitchParameter AutoPay { get; set; }

    /// <summary>The bandwidth, for v1.0 only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsListed(typeof(NewDmsInstance))]
    [ValidateSet("100MB", "300MB", "600MB", "1200MB")]
    public string? Specification { get; set; }

    /// <summary>User and password of Kafka Manager, for v1.0 only.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ManagerCredential { get; set; }

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

    private SendAndWait? _run;

    private protected override string Purpose => InstanceCreation.Purpose;

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
            InstanceCreation creation = new(context, Specify(), AccessCredential, ManagerCredential);
            if (creation.Check() is { } violation)
            {
                WriteError(violation);
                continue;
            }
            if (creation.Warning is { } warning)
                WriteWarning(warning);
            string size = $"{EngineVersion}, {(BrokerCount is null ? Specification : $"{BrokerCount}")} x {ProductId}, {StorageSpaceGB} GB";
            string subject = Placed(context, Name);
            Collect(Placed(context, $"{Name} ({size})"), Name, pipeline => creation.RunAsync(pipeline, _run!, subject));
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
        Specification = Specification,
        VpcId = VpcId,
        SubnetId = SubnetId,
        SecurityGroupId = SecurityGroupId,
        AvailabilityZones = AvailabilityZone,
        MaintenanceBegin = MaintenanceBegin,
        MaintenanceEnd = MaintenanceEnd,
        PublicIpEnabled = PublicIpId is null ? null : true,
        PublicIpIds = PublicIpId,
        PublicBandwidthMbps = PublicBandwidthMbps,
        TenantIps = TenantIp,
        SaslEnabled = AccessCredential is null ? null : true,
        AccessUserName = AccessCredential?.UserName,
        ManagerUserName = ManagerCredential?.UserName,
        SecurityProtocol = SecurityProtocol,
        SaslMechanisms = SaslMechanism,
        AccessModes = AccessMode,
        VpcPlaintextEnabled = TrueIf(EnableVpcPlaintext),
        RetentionPolicy = RetentionPolicy,
        Ipv6Enabled = TrueIf(EnableIpv6),
        DiskEncrypted = DiskEncryptionKeyId is null ? null : true,
        DiskEncryptionKeyId = DiskEncryptionKeyId,
        AutoTopicEnabled = TrueIf(EnableAutoTopic),
        SmartConnectEnabled = TrueIf(EnableSmartConnect),
        Architecture = Architecture,
        EnterpriseProjectId = EnterpriseProjectId,
        Tags = Tag is null || Tag.IsEmpty ? null : Tag.Texts(),
        Subscription = Subscribe(),
    };

    private Subscription? Subscribe()
        => ChargingMode is null && PeriodType is null && PeriodCount is null && !AutoRenew && !AutoPay
            ? null
            : new()
            {
                ChargingMode = ChargingMode == "PrePaid" ? "prePaid" : "postPaid",
                PeriodType = PeriodType,
                PeriodCount = PeriodCount,
                AutoRenew = TrueIf(AutoRenew),
                AutoPay = TrueIf(AutoPay),
            };

    /// <summary>A switch turns on, and says nothing else.</summary>
    private static bool? TrueIf(SwitchParameter given) => given.IsPresent ? true : null;
}

namespace HuaweiDms;

/// <summary>A Kafka instance (5.1.2, 5.1.3; v1.0: 7.1.1.2, 7.1.1.6).</summary>
public sealed class Instance : DmsResource
{
    /// <summary>The instance id.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The name, unique in the project.</summary>
    public string? Name { get; set; }

    /// <summary>The state, such as <c>RUNNING</c> or <c>RESTARTING</c> (8.3). The service may send states that are not documented.</summary>
    public string? Status { get; set; }

    /// <summary>Free text.</summary>
    public string? Description { get; set; }

    /// <summary>The message engine: <c>kafka</c>.</summary>
    public string? Engine { get; set; }

    /// <summary>The Kafka version, such as <c>2.7</c>.</summary>
    public string? EngineVersion { get; set; }

    /// <summary>
    /// The number of brokers. Where the answer does not tell it, as v1.0 never does and the examples of 5.1.2 and 5.1.3 do not, it is
    /// that of their addresses; null where there are none either, as while an instance is created.
    /// </summary>
    public int? BrokerCount => Some(ToldBrokerCount) ?? Some(NodeCount) ?? Some(ConnectAddresses?.Length) ?? Some(CrossVpcAddresses?.Length);

    /// <summary>The number of nodes.</summary>
    public int? NodeCount { get; set; }

    /// <summary>The number of brokers where the answer tells it.</summary>
    internal int? ToldBrokerCount { get; set; }

    /// <summary>The product, such as <c>c6.2u4g.cluster</c>.</summary>
    public string? ProductId { get; set; }

    /// <summary>The bandwidth specification of older products, such as <c>100MB</c>.</summary>
    public string? Specification { get; set; }

    /// <summary>
    /// The resource specification of older products, which is their bandwidth in a second: <c>dms.instance.kafka.cluster.c3.mini</c>
    /// 100 MB, <c>.small.2</c> 300 MB, <c>.middle.2</c> 600 MB, <c>.high.2</c> 1200 MB.
    /// </summary>
    public string? ResourceSpecCode { get; set; }

    /// <summary>The instance type: <c>cluster</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The storage messages can use, in GB.</summary>
    public int? StorageSpaceGB { get; set; }

    /// <summary>The whole storage, in GB.</summary>
    public int? TotalStorageSpaceGB { get; set; }

    /// <summary>The storage in use, in GB.</summary>
    public int? UsedStorageSpaceGB { get; set; }

    /// <summary>The disk type, such as <c>dms.physical.storage.ultra.v2</c>.</summary>
    public string? StorageSpecCode { get; set; }

    /// <summary>The storage's resource id.</summary>
    public string? StorageResourceId { get; set; }

    /// <summary>The storage type.</summary>
    public string? StorageType { get; set; }

    /// <summary>How often the disk was enlarged; above 20 it cannot be enlarged any more.</summary>
    public int? DiskExtensionCount { get; set; }

    /// <summary>Whether the disk grows without a restart; false for older instances.</summary>
    public bool? IsLogicalVolume { get; set; }

    /// <summary>Whether the disk is encrypted.</summary>
    public bool? DiskEncrypted { get; set; }

    /// <summary>The id of the disk encryption key; empty where the disk is not encrypted.</summary>
    public string? DiskEncryptionKeyId { get; set; }

    /// <summary>How many partitions the instance can hold.</summary>
    public int? PartitionLimit { get; set; }

    /// <summary>What happens when the disk is full: <c>produce_reject</c> refuses new messages, <c>time_base</c> deletes the oldest.</summary>
    public string? RetentionPolicy { get; set; }

    /// <summary>When its creation ended, or will end while it is CREATING.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The tags, by key.</summary>
    public IDictionary<string, string>? Tags { get; set; }

    /// <summary>Start of the maintenance window, a time of day in a zone that the reference does not name.</summary>
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>End of the maintenance window, a time of day in the same zone.</summary>
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>How it is paid for.</summary>
    public ChargingMode? ChargingMode { get; set; }

    /// <summary>The order of a yearly/monthly instance; a pay-per-use one has none.</summary>
    public string? OrderId { get; set; }

    /// <summary>The enterprise project.</summary>
    public string? EnterpriseProjectId { get; set; }

    /// <summary>Ids of the availability zones of the nodes.</summary>
    public string[]? AvailabilityZones { get; set; }

    /// <summary>Names of the availability zones of the nodes.</summary>
    public string[]? AvailabilityZoneNames { get; set; }

    /// <summary>The VPC's id.</summary>
    public string? VpcId { get; set; }

    /// <summary>The VPC's name.</summary>
    public string? VpcName { get; set; }

    /// <summary>The subnet's network id.</summary>
    public string? SubnetId { get; set; }

    /// <summary>The subnet's name.</summary>
    public string? SubnetName { get; set; }

    /// <summary>The subnet's range, such as <c>192.168.0.0/24</c>.</summary>
    public string? SubnetCidr { get; set; }

    /// <summary>The security group's id.</summary>
    public string? SecurityGroupId { get; set; }

    /// <summary>The security group's name.</summary>
    public string? SecurityGroupName { get; set; }

    /// <summary>The brokers' addresses.</summary>
    public string[]? ConnectAddresses { get; set; }

    /// <summary>The port clients connect to.</summary>
    public int? Port { get; set; }

    /// <summary>Addresses inside the VPC, host and port.</summary>
    public string[]? PrivateConnectAddresses { get; set; }

    /// <summary>Domain names inside the VPC.</summary>
    public string[]? PrivateConnectDomainNames { get; set; }

    /// <summary>Public addresses, host and port; null without public access.</summary>
    public string[]? PublicConnectAddresses { get; set; }

    /// <summary>Public domain names; null without public access.</summary>
    public string[]? PublicConnectDomainNames { get; set; }

    /// <summary>IPv6 addresses.</summary>
    public string[]? Ipv6ConnectAddresses { get; set; }

    /// <summary>Tenant-side addresses.</summary>
    public string[]? PodConnectAddresses { get; set; }

    /// <summary>Cross-VPC access, an entry for each listener.</summary>
    public CrossVpcAddress[]? CrossVpcAddresses { get; set; }

    /// <summary>The access modes and where each answers.</summary>
    public AccessMode[]? AccessModes { get; set; }

    /// <summary>Whether access by domain name is on.</summary>
    public bool? DnsEnabled { get; set; }

    /// <summary>Whether public access is on.</summary>
    public bool? PublicIpEnabled { get; set; }

    /// <summary>Whether public access is on at present; the service has two words for each, from different times.</summary>
    public bool? PublicAccessEnabled { get; set; }

    /// <summary>The state of public access.</summary>
    public string? PublicStatus { get; set; }

    /// <summary>The public bandwidth, in Mbit/s.</summary>
    public int? PublicBandwidthMbps { get; set; }

    /// <summary>Whether IPv6 is on.</summary>
    public bool? Ipv6Enabled { get; set; }

    /// <summary>Whether SASL authentication is on.</summary>
    public bool? SaslEnabled { get; set; }

    /// <summary>Whether mutual TLS authentication is on.</summary>
    public bool? MutualTlsEnabled { get; set; }

    /// <summary>Whether replication between brokers is encrypted.</summary>
    public bool? BrokerSslEnabled { get; set; }

    /// <summary>
    /// The security protocol: <c>PLAINTEXT</c>, <c>SASL_SSL</c> or <c>SASL_PLAINTEXT</c>. It is that of access from other VPCs, and of all
    /// access where the instance tells no <see cref="AccessModes"/>.
    /// </summary>
    public string? SecurityProtocol { get; set; }

    /// <summary>The SASL mechanisms that are on: <c>PLAIN</c>, <c>SCRAM-SHA-512</c>, which is the safer one.</summary>
    public string[]? SaslMechanisms { get; set; }

    /// <summary>The SASL user.</summary>
    public string? AccessUserName { get; set; }

    /// <summary>Whether access control lists are on.</summary>
    public bool? AclEnabled { get; set; }

    /// <summary>Whether the certificate can be replaced.</summary>
    public bool? CertificateReplaceable { get; set; }

    /// <summary>Whether the newer certificate is in use.</summary>
    public bool? NewCertificate { get; set; }

    /// <summary>Whether plaintext access inside the VPC is on.</summary>
    public bool? VpcPlaintextEnabled { get; set; }

    /// <summary>Whether topics with 3 partitions and 3 replicas are created when a client first uses them.</summary>
    public bool? AutoTopicEnabled { get; set; }

    /// <summary>Where Kafka Manager answers.</summary>
    public string? ManagerAddress { get; set; }

    /// <summary>Where Kafka Manager answers publicly.</summary>
    public string? PublicManagerAddress { get; set; }

    /// <summary>The Kafka Manager user; v1.0 only.</summary>
    public string? ManagerUserName { get; set; }

    /// <summary>Whether Smart Connect is on. Newer products do not have it yet, says the reference.</summary>
    public bool? SmartConnectEnabled { get; set; }

    /// <summary>The number of Smart Connect nodes.</summary>
    public int? SmartConnectNodeCount { get; set; }

    /// <summary>The Smart Connect id.</summary>
    public string? ConnectorId { get; set; }

    /// <summary>Whether Kafka REST is on.</summary>
    public bool? RestEnabled { get; set; }

    /// <summary>Where Kafka REST answers.</summary>
    public string? RestAddress { get; set; }

    /// <summary>Whether messages can be queried.</summary>
    public bool? MessageQueryEnabled { get; set; }

    /// <summary>What the instance can do; opaque names.</summary>
    public string[]? SupportedFeatures { get; set; }

    /// <summary>Whether messages are traced.</summary>
    public bool? TraceEnabled { get; set; }

    /// <summary>Whether the agent is on.</summary>
    public bool? AgentEnabled { get; set; }

    /// <summary>Whether logs are collected.</summary>
    public bool? LogCollectionEnabled { get; set; }

    /// <summary>Whether it is a disaster recovery instance.</summary>
    public bool? DisasterRecoveryEnabled { get; set; }

    /// <summary>Whether the newer billing is in use.</summary>
    public bool? NewBillingEnabled { get; set; }

    /// <summary>The service type.</summary>
    public string? ServiceType { get; set; }

    /// <summary>The Cloud Eye version.</summary>
    public string? CloudEyeVersion { get; set; }

    /// <summary>The id of the user who created it.</summary>
    public string? OwnerId { get; set; }

    /// <summary>The name of the user who created it.</summary>
    public string? OwnerName { get; set; }

    /// <summary>What goes on with its topics, such as <c>updateTopicPolicies</c>; null where nothing does. The reference does not have it.</summary>
    public string? TaskName { get; set; }

    /// <summary>The name, and the id where there is no name.</summary>
    public override string ToString() => Name ?? InstanceId ?? string.Empty;

    /// <summary>No instance is without brokers: a number that is not above 0 tells nothing.</summary>
    private static int? Some(int? count) => count > 0 ? count : null;
}

namespace HuaweiDms;

/// <summary>A Kafka instance (5.1.2, 5.1.3; v1.0: 7.1.1.2, 7.1.1.6).</summary>
public sealed class Instance : DmsResource
{
    /// <summary>The instance id.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The name, unique within the project.</summary>
    public string? Name { get; set; }

    /// <summary>The state, such as <c>RUNNING</c> or <c>RESTARTING</c> (8.3). The service may send undocumented states.</summary>
    public string? Status { get; set; }

    /// <summary>The description, as free text.</summary>
    public string? Description { get; set; }

    /// <summary>The message engine: <c>kafka</c>.</summary>
    public string? Engine { get; set; }

    /// <summary>The Kafka version, such as <c>2.7</c>.</summary>
    public string? EngineVersion { get; set; }

    /// <summary>
    /// The number of brokers. If the response does not contain it (v1.0 never does, nor do the examples of 5.1.2 and 5.1.3), it is the
    /// number of broker addresses; null if there are no addresses either, for example while the instance is being created.
    /// </summary>
    public int? BrokerCount => Some(ReportedBrokerCount) ?? Some(NodeCount) ?? Some(ConnectAddresses?.Length) ?? Some(CrossVpcAddresses?.Length);

    /// <summary>The number of nodes.</summary>
    public int? NodeCount { get; set; }

    /// <summary>The number of brokers, if the response contains it.</summary>
    internal int? ReportedBrokerCount { get; set; }

    /// <summary>The product, such as <c>c6.2u4g.cluster</c>.</summary>
    public string? ProductId { get; set; }

    /// <summary>The bandwidth specification of older products, such as <c>100MB</c>.</summary>
    public string? Specification { get; set; }

    /// <summary>
    /// The resource specification of older products, which corresponds to their bandwidth per second:
    /// <c>dms.instance.kafka.cluster.c3.mini</c> 100 MB, <c>.small.2</c> 300 MB, <c>.middle.2</c> 600 MB, <c>.high.2</c> 1200 MB.
    /// </summary>
    public string? ResourceSpecCode { get; set; }

    /// <summary>The instance type: <c>cluster</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The storage available for messages, in GB.</summary>
    public int? StorageSpaceGB { get; set; }

    /// <summary>The total storage, in GB.</summary>
    public int? TotalStorageSpaceGB { get; set; }

    /// <summary>The storage in use, in GB.</summary>
    public int? UsedStorageSpaceGB { get; set; }

    /// <summary>The disk type, such as <c>dms.physical.storage.ultra.v2</c>.</summary>
    public string? StorageSpecCode { get; set; }

    /// <summary>The resource id of the storage.</summary>
    public string? StorageResourceId { get; set; }

    /// <summary>The storage type.</summary>
    public string? StorageType { get; set; }

    /// <summary>How often the disk has been expanded; after more than 20 times it cannot be expanded again.</summary>
    public int? DiskExtensionCount { get; set; }

    /// <summary>Whether the disk can be expanded without a restart; false for older instances.</summary>
    public bool? IsLogicalVolume { get; set; }

    /// <summary>Whether the disk is encrypted.</summary>
    public bool? DiskEncrypted { get; set; }

    /// <summary>The id of the disk encryption key; empty if the disk is not encrypted.</summary>
    public string? DiskEncryptionKeyId { get; set; }

    /// <summary>The maximum number of partitions of the instance.</summary>
    public int? PartitionLimit { get; set; }

    /// <summary>
    /// What the service does when the disk is full: <c>produce_reject</c> rejects new messages, <c>time_base</c> deletes the oldest
    /// messages.
    /// </summary>
    public string? RetentionPolicy { get; set; }

    /// <summary>The time when the creation finished or, while the state is CREATING, is expected to finish.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The tags, by key.</summary>
    public IDictionary<string, string>? Tags { get; set; }

    /// <summary>The start of the maintenance window, as a time of day; the reference does not name the time zone.</summary>
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>The end of the maintenance window, as a time of day in the same time zone.</summary>
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>The charging mode.</summary>
    public ChargingMode? ChargingMode { get; set; }

    /// <summary>The order of a yearly/monthly instance; null for pay-per-use.</summary>
    public string? OrderId { get; set; }

    /// <summary>The enterprise project id.</summary>
    public string? EnterpriseProjectId { get; set; }

    /// <summary>The ids of the availability zones of the nodes.</summary>
    public string[]? AvailabilityZones { get; set; }

    /// <summary>The names of the availability zones of the nodes.</summary>
    public string[]? AvailabilityZoneNames { get; set; }

    /// <summary>The VPC id.</summary>
    public string? VpcId { get; set; }

    /// <summary>The VPC name.</summary>
    public string? VpcName { get; set; }

    /// <summary>The network id of the subnet.</summary>
    public string? SubnetId { get; set; }

    /// <summary>The name of the subnet.</summary>
    public string? SubnetName { get; set; }

    /// <summary>The CIDR block of the subnet, such as <c>192.168.0.0/24</c>.</summary>
    public string? SubnetCidr { get; set; }

    /// <summary>The id of the security group.</summary>
    public string? SecurityGroupId { get; set; }

    /// <summary>The name of the security group.</summary>
    public string? SecurityGroupName { get; set; }

    /// <summary>The addresses of the brokers.</summary>
    public string[]? ConnectAddresses { get; set; }

    /// <summary>The port to which clients connect.</summary>
    public int? Port { get; set; }

    /// <summary>The addresses inside the VPC, as host and port.</summary>
    public string[]? PrivateConnectAddresses { get; set; }

    /// <summary>The domain names inside the VPC.</summary>
    public string[]? PrivateConnectDomainNames { get; set; }

    /// <summary>The public addresses, as host and port; null without public access.</summary>
    public string[]? PublicConnectAddresses { get; set; }

    /// <summary>The public domain names; null without public access.</summary>
    public string[]? PublicConnectDomainNames { get; set; }

    /// <summary>The IPv6 addresses.</summary>
    public string[]? Ipv6ConnectAddresses { get; set; }

    /// <summary>The tenant-side addresses.</summary>
    public string[]? PodConnectAddresses { get; set; }

    /// <summary>The addresses for cross-VPC access, one entry per listener.</summary>
    public CrossVpcAddress[]? CrossVpcAddresses { get; set; }

    /// <summary>The access modes and their addresses.</summary>
    public AccessMode[]? AccessModes { get; set; }

    /// <summary>Whether access by domain name is on.</summary>
    public bool? DnsEnabled { get; set; }

    /// <summary>Whether public access is on.</summary>
    public bool? PublicIpEnabled { get; set; }

    /// <summary>Whether public access is currently on; the service has two fields for this, from different API generations.</summary>
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
    /// The security protocol: <c>PLAINTEXT</c>, <c>SASL_SSL</c> or <c>SASL_PLAINTEXT</c>. It applies to access from other VPCs, and to all
    /// access if the instance reports no <see cref="AccessModes"/>.
    /// </summary>
    public string? SecurityProtocol { get; set; }

    /// <summary>The enabled SASL mechanisms: <c>PLAIN</c>, and <c>SCRAM-SHA-512</c>, which is more secure.</summary>
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

    /// <summary>Whether a topic with 3 partitions and 3 replicas is created when a client first uses it.</summary>
    public bool? AutoTopicEnabled { get; set; }

    /// <summary>The address of Kafka Manager.</summary>
    public string? ManagerAddress { get; set; }

    /// <summary>The public address of Kafka Manager.</summary>
    public string? PublicManagerAddress { get; set; }

    /// <summary>The Kafka Manager user; v1.0 only.</summary>
    public string? ManagerUserName { get; set; }

    /// <summary>Whether Smart Connect is on. According to the reference, newer products do not support it yet.</summary>
    public bool? SmartConnectEnabled { get; set; }

    /// <summary>The number of Smart Connect nodes.</summary>
    public int? SmartConnectNodeCount { get; set; }

    /// <summary>The Smart Connect id.</summary>
    public string? ConnectorId { get; set; }

    /// <summary>Whether Kafka REST is on.</summary>
    public bool? RestEnabled { get; set; }

    /// <summary>The address of Kafka REST.</summary>
    public string? RestAddress { get; set; }

    /// <summary>Whether messages can be queried.</summary>
    public bool? MessageQueryEnabled { get; set; }

    /// <summary>The supported features, as opaque names.</summary>
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

    /// <summary>The id of the user who created the instance.</summary>
    public string? OwnerId { get; set; }

    /// <summary>The name of the user who created the instance.</summary>
    public string? OwnerName { get; set; }

    /// <summary>
    /// The operation in progress on the topics, such as <c>updateTopicPolicies</c>; null if there is none. The reference does not document
    /// this field.
    /// </summary>
    public string? TaskName { get; set; }

    /// <summary>Returns the name, or the id if there is no name.</summary>
    public override string ToString() => Name ?? InstanceId ?? string.Empty;

    /// <summary>Every instance has brokers: treats numbers that are not positive as unknown.</summary>
    private static int? Some(int? count) => count > 0 ? count : null;
}

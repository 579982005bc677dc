using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A Kafka instance (5.1.2, 5.1.3; v1.0: 7.1.1.2, 7.1.1.6).</summary>
public sealed class Instance : DmsResource
{
    private string[]? _connectAddressesPlural;
    private int? _publicBoundwidth;
    private string? _publicManagerAddresses;

    /// <summary>The instance id.</summary>
    [JsonPropertyName("instance_id")]
    public string? InstanceId { get; set; }

    /// <summary>The name, unique in the project.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The state, such as <c>RUNNING</c> or <c>RESTARTING</c> (8.3). The service may send states that are not documented.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>Free text.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The message engine: <c>kafka</c>.</summary>
    [JsonPropertyName("engine")]
    public string? Engine { get; set; }

    /// <summary>The Kafka version, such as <c>2.7</c>.</summary>
    [JsonPropertyName("engine_version")]
    public string? EngineVersion { get; set; }

    /// <summary>The number of brokers.</summary>
    [JsonPropertyName("broker_num")]
    public int? BrokerCount { get; set; }

    /// <summary>The number of nodes.</summary>
    [JsonPropertyName("node_num")]
    public int? NodeCount { get; set; }

    /// <summary>The product, such as <c>c6.2u4g.cluster</c>.</summary>
    [JsonPropertyName("product_id")]
    public string? ProductId { get; set; }

    /// <summary>The bandwidth specification of older products, such as <c>100MB</c>.</summary>
    [JsonPropertyName("specification")]
    public string? Specification { get; set; }

    /// <summary>
    /// The resource specification of older products, which is their bandwidth in a second: <c>dms.instance.kafka.cluster.c3.mini</c>
    /// 100 MB, <c>.small.2</c> 300 MB, <c>.middle.2</c> 600 MB, <c>.high.2</c> 1200 MB.
    /// </summary>
    [JsonPropertyName("resource_spec_code")]
    public string? ResourceSpecCode { get; set; }

    /// <summary>The instance type: <c>cluster</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The storage messages can use, in GB.</summary>
    [JsonPropertyName("storage_space")]
    public int? StorageSpaceGB { get; set; }

    /// <summary>The whole storage, in GB.</summary>
    [JsonPropertyName("total_storage_space")]
    public int? TotalStorageSpaceGB { get; set; }

    /// <summary>The storage in use, in GB.</summary>
    [JsonPropertyName("used_storage_space")]
    public int? UsedStorageSpaceGB { get; set; }

    /// <summary>The disk type, such as <c>dms.physical.storage.ultra.v2</c>.</summary>
    [JsonPropertyName("storage_spec_code")]
    public string? StorageSpecCode { get; set; }

    /// <summary>The storage's resource id.</summary>
    [JsonPropertyName("storage_resource_id")]
    public string? StorageResourceId { get; set; }

    /// <summary>The storage type.</summary>
    [JsonPropertyName("storage_type")]
    public string? StorageType { get; set; }

    /// <summary>How often the disk was enlarged; above 20 it cannot be enlarged any more.</summary>
    [JsonPropertyName("extend_times")]
    public int? DiskExtensionCount { get; set; }

    /// <summary>Whether the disk grows without a restart; false for older instances.</summary>
    [JsonPropertyName("is_logical_volume")]
    public bool? IsLogicalVolume { get; set; }

    /// <summary>Whether the disk is encrypted.</summary>
    [JsonPropertyName("disk_encrypted")]
    public bool? DiskEncrypted { get; set; }

    /// <summary>The id of the disk encryption key; empty where the disk is not encrypted.</summary>
    [JsonPropertyName("disk_encrypted_key")]
    public string? DiskEncryptionKeyId { get; set; }

    /// <summary>How many partitions the instance can hold.</summary>
    [JsonPropertyName("partition_num")]
    public int? PartitionLimit { get; set; }

    /// <summary>What happens when the disk is full: <c>produce_reject</c> refuses new messages, <c>time_base</c> deletes the oldest.</summary>
    [JsonPropertyName("retention_policy")]
    public string? RetentionPolicy { get; set; }

    /// <summary>When its creation ended, or will end while it is CREATING.</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The tags, by key.</summary>
    [JsonPropertyName("tags")]
    [JsonConverter(typeof(TagsConverter))]
    public IDictionary<string, string>? Tags { get; set; }

    /// <summary>Start of the maintenance window, a time of day (UTC).</summary>
    [JsonPropertyName("maintain_begin")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>End of the maintenance window, a time of day (UTC).</summary>
    [JsonPropertyName("maintain_end")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>How it is paid for.</summary>
    [JsonPropertyName("charging_mode")]
    [JsonConverter(typeof(ChargingModeConverter))]
    public ChargingMode? ChargingMode { get; set; }

    /// <summary>The order of a yearly or monthly instance; one that is paid by use has none.</summary>
    [JsonPropertyName("order_id")]
    public string? OrderId { get; set; }

    /// <summary>The enterprise project.</summary>
    [JsonPropertyName("enterprise_project_id")]
    public string? EnterpriseProjectId { get; set; }

    /// <summary>Ids of the availability zones of the nodes.</summary>
    [JsonPropertyName("available_zones")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? AvailabilityZones { get; set; }

    /// <summary>Names of the availability zones of the nodes.</summary>
    [JsonPropertyName("available_zone_names")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? AvailabilityZoneNames { get; set; }

    /// <summary>The VPC's id.</summary>
    [JsonPropertyName("vpc_id")]
    public string? VpcId { get; set; }

    /// <summary>The VPC's name.</summary>
    [JsonPropertyName("vpc_name")]
    public string? VpcName { get; set; }

    /// <summary>The subnet's network id.</summary>
    [JsonPropertyName("subnet_id")]
    public string? SubnetId { get; set; }

    /// <summary>The subnet's name.</summary>
    [JsonPropertyName("subnet_name")]
    public string? SubnetName { get; set; }

    /// <summary>The subnet's range, such as <c>192.168.0.0/24</c>.</summary>
    [JsonPropertyName("subnet_cidr")]
    public string? SubnetCidr { get; set; }

    /// <summary>The security group's id.</summary>
    [JsonPropertyName("security_group_id")]
    public string? SecurityGroupId { get; set; }

    /// <summary>The security group's name.</summary>
    [JsonPropertyName("security_group_name")]
    public string? SecurityGroupName { get; set; }

    /// <summary>The brokers' addresses.</summary>
    [JsonPropertyName("connect_address")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? ConnectAddresses
    {
        get => field ?? _connectAddressesPlural;
        set;
    }

    /// <summary>The name of the same field in the tables of v1.0 (CORRECTIONS 1).</summary>
    [JsonPropertyName("connect_addresses")]
    [JsonConverter(typeof(CommaListConverter))]
    [JsonInclude]
    internal string[]? ConnectAddressesPlural
    {
        get => null;
        set => _connectAddressesPlural = value;
    }

    /// <summary>The port clients connect to.</summary>
    [JsonPropertyName("port")]
    public int? Port { get; set; }

    /// <summary>Addresses inside the VPC, host and port.</summary>
    [JsonPropertyName("kafka_private_connect_address")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? PrivateConnectAddresses { get; set; }

    /// <summary>Domain names inside the VPC.</summary>
    [JsonPropertyName("kafka_private_connect_domain_name")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? PrivateConnectDomainNames { get; set; }

    /// <summary>Public addresses, host and port; null without public access.</summary>
    [JsonPropertyName("public_connect_address")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? PublicConnectAddresses { get; set; }

    /// <summary>Public domain names; null without public access.</summary>
    [JsonPropertyName("public_connect_domain_name")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? PublicConnectDomainNames { get; set; }

    /// <summary>IPv6 addresses.</summary>
    [JsonPropertyName("ipv6_connect_addresses")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? Ipv6ConnectAddresses { get; set; }

    /// <summary>Tenant-side addresses.</summary>
    [JsonPropertyName("pod_connect_address")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? PodConnectAddresses { get; set; }

    /// <summary>Cross-VPC access, an entry for each listener.</summary>
    [JsonPropertyName("cross_vpc_info")]
    [JsonConverter(typeof(CrossVpcAddressesConverter))]
    public CrossVpcAddress[]? CrossVpcAddresses { get; set; }

    /// <summary>The access modes and where each answers.</summary>
    [JsonPropertyName("port_protocols")]
    [JsonConverter(typeof(AccessModesConverter))]
    public AccessMode[]? AccessModes { get; set; }

    /// <summary>Whether access by domain name is on.</summary>
    [JsonPropertyName("dns_enable")]
    public bool? DnsEnabled { get; set; }

    /// <summary>Whether public access is on.</summary>
    [JsonPropertyName("enable_publicip")]
    public bool? PublicIpEnabled { get; set; }

    /// <summary>Whether public access is on at present; the service has two words for each, from different times.</summary>
    [JsonPropertyName("public_access_enabled")]
    public bool? PublicAccessEnabled { get; set; }

    /// <summary>The state of public access.</summary>
    [JsonPropertyName("kafka_public_status")]
    public string? PublicStatus { get; set; }

    /// <summary>The public bandwidth, in Mbit/s.</summary>
    [JsonPropertyName("public_bandwidth")]
    public int? PublicBandwidthMbps
    {
        get => field ?? _publicBoundwidth;
        set;
    }

    /// <summary>The older, misspelt twin of the public bandwidth, which some answers still carry alone.</summary>
    [JsonPropertyName("public_boundwidth")]
    [JsonInclude]
    internal int? PublicBoundwidth
    {
        get => null;
        set => _publicBoundwidth = value;
    }

    /// <summary>Whether IPv6 is on.</summary>
    [JsonPropertyName("ipv6_enable")]
    public bool? Ipv6Enabled { get; set; }

    /// <summary>Whether SASL authentication is on.</summary>
    [JsonPropertyName("ssl_enable")]
    public bool? SaslEnabled { get; set; }

    /// <summary>Whether mutual TLS authentication is on.</summary>
    [JsonPropertyName("ssl_two_way_enable")]
    public bool? MutualTlsEnabled { get; set; }

    /// <summary>Whether replication between brokers is encrypted.</summary>
    [JsonPropertyName("broker_ssl_enable")]
    public bool? BrokerSslEnabled { get; set; }

    /// <summary>
    /// The security protocol: <c>PLAINTEXT</c>, <c>SASL_SSL</c> or <c>SASL_PLAINTEXT</c>. It is that of access from other VPCs, and of all
    /// access where the instance tells no <see cref="AccessModes"/>.
    /// </summary>
    [JsonPropertyName("kafka_security_protocol")]
    public string? SecurityProtocol { get; set; }

    /// <summary>The SASL mechanisms that are on: <c>PLAIN</c>, <c>SCRAM-SHA-512</c>, which is the safer one.</summary>
    [JsonPropertyName("sasl_enabled_mechanisms")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? SaslMechanisms { get; set; }

    /// <summary>The SASL user.</summary>
    [JsonPropertyName("access_user")]
    public string? AccessUserName { get; set; }

    /// <summary>Whether access control lists are on.</summary>
    [JsonPropertyName("enable_acl")]
    public bool? AclEnabled { get; set; }

    /// <summary>Whether the certificate can be replaced.</summary>
    [JsonPropertyName("cert_replaced")]
    public bool? CertificateReplaceable { get; set; }

    /// <summary>Whether the newer certificate is in use.</summary>
    [JsonPropertyName("new_auth_cert")]
    public bool? NewCertificate { get; set; }

    /// <summary>Whether plaintext access inside the VPC is on.</summary>
    [JsonPropertyName("vpc_client_plain")]
    public bool? VpcPlaintextEnabled { get; set; }

    /// <summary>Whether topics with 3 partitions and 3 replicas are created when a client first uses them.</summary>
    [JsonPropertyName("enable_auto_topic")]
    public bool? AutoTopicEnabled { get; set; }

    /// <summary>Where Kafka Manager answers.</summary>
    [JsonPropertyName("management_connect_address")]
    public string? ManagerAddress { get; set; }

    /// <summary>Where Kafka Manager answers publicly.</summary>
    [JsonPropertyName("public_management_connect_address")]
    public string? PublicManagerAddress
    {
        get => field ?? _publicManagerAddresses;
        set;
    }

    /// <summary>The other spelling of the same field (CORRECTIONS 1).</summary>
    [JsonPropertyName("public_management_connect_addresses")]
    [JsonInclude]
    internal string? PublicManagerAddressPlural
    {
        get => null;
        set => _publicManagerAddresses = value;
    }

    /// <summary>The Kafka Manager user; v1.0 only.</summary>
    [JsonPropertyName("kafka_manager_user")]
    public string? ManagerUserName { get; set; }

    /// <summary>Whether Smart Connect is on. Newer products do not have it yet, says the reference.</summary>
    [JsonPropertyName("connector_enable")]
    public bool? SmartConnectEnabled { get; set; }

    /// <summary>The number of Smart Connect nodes.</summary>
    [JsonPropertyName("connector_node_num")]
    public int? SmartConnectNodeCount { get; set; }

    /// <summary>The Smart Connect id.</summary>
    [JsonPropertyName("connector_id")]
    public string? ConnectorId { get; set; }

    /// <summary>Whether Kafka REST is on.</summary>
    [JsonPropertyName("rest_enable")]
    public bool? RestEnabled { get; set; }

    /// <summary>Where Kafka REST answers.</summary>
    [JsonPropertyName("rest_connect_address")]
    public string? RestAddress { get; set; }

    /// <summary>Whether messages can be queried.</summary>
    [JsonPropertyName("message_query_inst_enable")]
    public bool? MessageQueryEnabled { get; set; }

    /// <summary>What the instance can do; opaque names.</summary>
    [JsonPropertyName("support_features")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? SupportedFeatures { get; set; }

    /// <summary>Whether messages are traced.</summary>
    [JsonPropertyName("trace_enable")]
    public bool? TraceEnabled { get; set; }

    /// <summary>Whether the agent is on.</summary>
    [JsonPropertyName("agent_enable")]
    public bool? AgentEnabled { get; set; }

    /// <summary>Whether logs are collected.</summary>
    [JsonPropertyName("enable_log_collection")]
    public bool? LogCollectionEnabled { get; set; }

    /// <summary>Whether it is a disaster recovery instance.</summary>
    [JsonPropertyName("dr_enable")]
    public bool? DisasterRecoveryEnabled { get; set; }

    /// <summary>Whether the newer billing is in use.</summary>
    [JsonPropertyName("new_spec_billing_enable")]
    public bool? NewBillingEnabled { get; set; }

    /// <summary>The service type.</summary>
    [JsonPropertyName("service_type")]
    public string? ServiceType { get; set; }

    /// <summary>The Cloud Eye version.</summary>
    [JsonPropertyName("ces_version")]
    public string? CloudEyeVersion { get; set; }

    /// <summary>The id of the user who created it.</summary>
    [JsonPropertyName("user_id")]
    public string? OwnerId { get; set; }

    /// <summary>The name of the user who created it.</summary>
    [JsonPropertyName("user_name")]
    public string? OwnerName { get; set; }

    /// <summary>What goes on with its topics, such as <c>updateTopicPolicies</c>; null where nothing does. The reference does not have it.</summary>
    [JsonIgnore]
    public string? TaskName => CurrentTask?.Name;

    [JsonPropertyName("task")]
    [JsonInclude]
    internal InstanceTask? CurrentTask { get; set; }

    /// <summary>The name, and the id where there is no name.</summary>
    public override string ToString() => Name ?? InstanceId ?? string.Empty;
}

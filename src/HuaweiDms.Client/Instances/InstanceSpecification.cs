using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The properties of an instance to create (5.1.1; v1.0: 7.1.1.1). A null property is left to the service.</summary>
public sealed class InstanceSpecification
{
    /// <summary>The name: 4 to 64 letters, digits, hyphens and underscores, beginning with a letter.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; set; }

    /// <summary>The description, as free text of at most 1024 characters.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The engine, which is always <c>kafka</c>.</summary>
    [JsonPropertyName("engine")]
    public string Engine { get; } = "kafka";

    /// <summary>The Kafka version, such as <c>2.7</c>.</summary>
    [JsonPropertyName("engine_version")]
    public required string EngineVersion { get; set; }

    /// <summary>The number of brokers; v2 only.</summary>
    [JsonPropertyName("broker_num")]
    public int? BrokerCount { get; set; }

    /// <summary>The storage for messages in GB, at least 300.</summary>
    [JsonPropertyName("storage_space")]
    public int StorageSpaceGB { get; set; }

    /// <summary>The product, such as <c>c6.2u4g.cluster</c>.</summary>
    [JsonPropertyName("product_id")]
    public required string ProductId { get; set; }

    /// <summary>The disk type, such as <c>dms.physical.storage.ultra.v2</c>.</summary>
    [JsonPropertyName("storage_spec_code")]
    public required string StorageSpecCode { get; set; }

    /// <summary>The bandwidth, such as <c>100MB</c>; v1.0 only, and required there.</summary>
    [JsonPropertyName("specification")]
    public string? Specification { get; set; }

    /// <summary>The maximum number of partitions: 300, 900 or 1800, depending on the bandwidth; v1.0 only, and required there.</summary>
    [JsonPropertyName("partition_num")]
    public int? PartitionLimit { get; set; }

    /// <summary>The VPC id.</summary>
    [JsonPropertyName("vpc_id")]
    public required string VpcId { get; set; }

    /// <summary>The network id of the subnet.</summary>
    [JsonPropertyName("subnet_id")]
    public required string SubnetId { get; set; }

    /// <summary>The security group id.</summary>
    [JsonPropertyName("security_group_id")]
    public required string SecurityGroupId { get; set; }

    /// <summary>The ids of the availability zones: one, or at least three.</summary>
    [JsonPropertyName("available_zones")]
    public required string[] AvailabilityZones { get; set; }

    /// <summary>The start of the maintenance window, as a time of day; the reference does not name the time zone.</summary>
    [JsonPropertyName("maintain_begin")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>The end of the maintenance window, as a time of day in the same time zone.</summary>
    [JsonPropertyName("maintain_end")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>Whether to enable public access; requires <see cref="PublicIpIds"/>.</summary>
    [JsonPropertyName("enable_publicip")]
    public bool? PublicIpEnabled { get; set; }

    /// <summary>The elastic IP addresses for public access.</summary>
    [JsonPropertyName("publicip_id")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? PublicIpIds { get; set; }

    /// <summary>
    /// The public bandwidth in Mbit/s: at least the number of nodes, at most 300, and a multiple of the number of nodes; v1.0 only.
    /// </summary>
    [JsonPropertyName("public_bandwidth")]
    [JsonConverter(typeof(TextInt32Converter))]
    public int? PublicBandwidthMbps { get; set; }

    /// <summary>The private IPv4 addresses of the nodes, at most one per node.</summary>
    [JsonPropertyName("tenant_ips")]
    public string[]? TenantIps { get; set; }

    /// <summary>Whether to enable SASL access; requires a user and a password.</summary>
    [JsonPropertyName("ssl_enable")]
    public bool? SaslEnabled { get; set; }

    /// <summary>The SASL user.</summary>
    [JsonPropertyName("access_user")]
    public string? AccessUserName { get; set; }

    /// <summary>The SASL password.</summary>
    [JsonPropertyName("password")]
    [JsonConverter(typeof(SecretConverter))]
    public Secret? AccessPassword { get; set; }

    /// <summary>The Kafka Manager user; v1.0 only, and required there.</summary>
    [JsonPropertyName("kafka_manager_user")]
    public string? ManagerUserName { get; set; }

    /// <summary>The Kafka Manager password; v1.0 only, and required there.</summary>
    [JsonPropertyName("kafka_manager_password")]
    [JsonConverter(typeof(SecretConverter))]
    public Secret? ManagerPassword { get; set; }

    /// <summary>The security protocol, <c>SASL_SSL</c> or <c>SASL_PLAINTEXT</c>; it cannot be changed later.</summary>
    [JsonPropertyName("kafka_security_protocol")]
    public string? SecurityProtocol { get; set; }

    /// <summary>The SASL mechanisms: <c>PLAIN</c>, <c>SCRAM-SHA-512</c> or both.</summary>
    [JsonPropertyName("sasl_enabled_mechanisms")]
    public string[]? SaslMechanisms { get; set; }

    /// <summary>The access modes to enable, by name, such as <c>PrivatePlain</c>.</summary>
    [JsonPropertyName("port_protocol")]
    [JsonConverter(typeof(AccessModeNamesConverter))]
    public string[]? AccessModes { get; set; }

    /// <summary>
    /// Whether plaintext access inside the VPC stays on together with SASL; <see cref="AccessModes"/> allows finer control.
    /// </summary>
    [JsonPropertyName("vpc_client_plain")]
    public bool? VpcPlaintextEnabled { get; set; }

    /// <summary>What the service does when the disk is full: <c>produce_reject</c> or <c>time_base</c>.</summary>
    [JsonPropertyName("retention_policy")]
    public string? RetentionPolicy { get; set; }

    /// <summary>Whether to enable IPv6.</summary>
    [JsonPropertyName("ipv6_enable")]
    public bool? Ipv6Enabled { get; set; }

    /// <summary>Whether to encrypt the disk; requires <see cref="DiskEncryptionKeyId"/>.</summary>
    [JsonPropertyName("disk_encrypted_enable")]
    public bool? DiskEncrypted { get; set; }

    /// <summary>The id of the disk encryption key.</summary>
    [JsonPropertyName("disk_encrypted_key")]
    public string? DiskEncryptionKeyId { get; set; }

    /// <summary>Whether to enable Smart Connect. Newer products do not support this at creation.</summary>
    [JsonPropertyName("connector_enable")]
    public bool? SmartConnectEnabled { get; set; }

    /// <summary>The processor architecture; currently only <c>X86</c>.</summary>
    [JsonPropertyName("arch_type")]
    public string? Architecture { get; set; }

    /// <summary>Whether a topic with 3 partitions and 3 replicas is created when a client first uses it.</summary>
    [JsonPropertyName("enable_auto_topic")]
    public bool? AutoTopicEnabled { get; set; }

    /// <summary>The enterprise project id.</summary>
    [JsonPropertyName("enterprise_project_id")]
    public string? EnterpriseProjectId { get; set; }

    /// <summary>The tags, by key.</summary>
    [JsonPropertyName("tags")]
    [JsonConverter(typeof(TagsConverter))]
    public IDictionary<string, string>? Tags { get; set; }

    /// <summary>The terms of a yearly/monthly instance; null for pay-per-use.</summary>
    [JsonPropertyName("bss_param")]
    public Subscription? Subscription { get; set; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}

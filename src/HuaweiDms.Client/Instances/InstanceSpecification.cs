using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>What instance to create (5.1.1; v1.0: 7.1.1.1). What is null is left to the service.</summary>
public sealed class InstanceSpecification
{
    /// <summary>The name: begins with a letter; letters, digits, hyphens, underscores; 4 to 64 characters.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; set; }

    /// <summary>Free text, at most 1024 characters.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The engine; there is only <c>kafka</c>.</summary>
    [JsonPropertyName("engine")]
    public string Engine { get; } = "kafka";

    /// <summary>The Kafka version, such as <c>2.7</c>.</summary>
    [JsonPropertyName("engine_version")]
    public required string EngineVersion { get; set; }

    /// <summary>The number of brokers; v2 only.</summary>
    [JsonPropertyName("broker_num")]
    public int? BrokerCount { get; set; }

    /// <summary>The storage for messages in GB, 300 at least.</summary>
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

    /// <summary>The most partitions: 300, 900 or 1800 as the bandwidth has it; v1.0 only, and required there.</summary>
    [JsonPropertyName("partition_num")]
    public int? PartitionLimit { get; set; }

    /// <summary>The VPC.</summary>
    [JsonPropertyName("vpc_id")]
    public required string VpcId { get; set; }

    /// <summary>The subnet's network id.</summary>
    [JsonPropertyName("subnet_id")]
    public required string SubnetId { get; set; }

    /// <summary>The security group.</summary>
    [JsonPropertyName("security_group_id")]
    public required string SecurityGroupId { get; set; }

    /// <summary>Ids of the availability zones: one, or three and more.</summary>
    [JsonPropertyName("available_zones")]
    public required string[] AvailabilityZones { get; set; }

    /// <summary>Start of the maintenance window, a time of day in a zone that the reference does not name.</summary>
    [JsonPropertyName("maintain_begin")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>End of the maintenance window, a time of day in the same zone.</summary>
    [JsonPropertyName("maintain_end")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>Whether public access is turned on; needs <see cref="PublicIpIds"/>.</summary>
    [JsonPropertyName("enable_publicip")]
    public bool? PublicIpEnabled { get; set; }

    /// <summary>Elastic IP addresses for public access.</summary>
    [JsonPropertyName("publicip_id")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? PublicIpIds { get; set; }

    /// <summary>
    /// The public bandwidth in Mbit/s: at least one for each node, at most 300, and a multiple of their number; v1.0 only.
    /// </summary>
    [JsonPropertyName("public_bandwidth")]
    [JsonConverter(typeof(TextInt32Converter))]
    public int? PublicBandwidthMbps { get; set; }

    /// <summary>Private IPv4 addresses for the nodes, at most one each.</summary>
    [JsonPropertyName("tenant_ips")]
    public string[]? TenantIps { get; set; }

    /// <summary>Whether SASL access is turned on; needs user and password.</summary>
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

    /// <summary><c>SASL_SSL</c> or <c>SASL_PLAINTEXT</c>; cannot be changed later.</summary>
    [JsonPropertyName("kafka_security_protocol")]
    public string? SecurityProtocol { get; set; }

    /// <summary><c>PLAIN</c>, <c>SCRAM-SHA-512</c> or both.</summary>
    [JsonPropertyName("sasl_enabled_mechanisms")]
    public string[]? SaslMechanisms { get; set; }

    /// <summary>The access modes to turn on, by their names (<c>PrivatePlain</c> …).</summary>
    [JsonPropertyName("port_protocol")]
    [JsonConverter(typeof(AccessModeNamesConverter))]
    public string[]? AccessModes { get; set; }

    /// <summary>Whether plaintext access inside the VPC stays on beside SASL; <see cref="AccessModes"/> says it more closely.</summary>
    [JsonPropertyName("vpc_client_plain")]
    public bool? VpcPlaintextEnabled { get; set; }

    /// <summary><c>produce_reject</c> or <c>time_base</c>.</summary>
    [JsonPropertyName("retention_policy")]
    public string? RetentionPolicy { get; set; }

    /// <summary>Whether IPv6 is turned on.</summary>
    [JsonPropertyName("ipv6_enable")]
    public bool? Ipv6Enabled { get; set; }

    /// <summary>Whether the disk is encrypted; needs <see cref="DiskEncryptionKeyId"/>.</summary>
    [JsonPropertyName("disk_encrypted_enable")]
    public bool? DiskEncrypted { get; set; }

    /// <summary>The key for the disk encryption.</summary>
    [JsonPropertyName("disk_encrypted_key")]
    public string? DiskEncryptionKeyId { get; set; }

    /// <summary>Whether Smart Connect is turned on. Newer products cannot have it from the beginning.</summary>
    [JsonPropertyName("connector_enable")]
    public bool? SmartConnectEnabled { get; set; }

    /// <summary>The processor architecture; at present there is only <c>X86</c>.</summary>
    [JsonPropertyName("arch_type")]
    public string? Architecture { get; set; }

    /// <summary>Whether topics with 3 partitions and 3 replicas are created when a client first uses them.</summary>
    [JsonPropertyName("enable_auto_topic")]
    public bool? AutoTopicEnabled { get; set; }

    /// <summary>The enterprise project.</summary>
    [JsonPropertyName("enterprise_project_id")]
    public string? EnterpriseProjectId { get; set; }

    /// <summary>The tags, by key.</summary>
    [JsonPropertyName("tags")]
    [JsonConverter(typeof(TagsConverter))]
    public IDictionary<string, string>? Tags { get; set; }

    /// <summary>The subscription; null pays per use.</summary>
    [JsonPropertyName("bss_param")]
    public Subscription? Subscription { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

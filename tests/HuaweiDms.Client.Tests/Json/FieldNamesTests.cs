using System.Text.Json.Serialization.Metadata;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Json;

namespace HuaweiDms.Client.Tests.Json;

/// <summary>
/// Each field sets the property of the same name. Exceptions are listed here by hand, from the descriptions in the reference: two swapped
/// fields of the same type would otherwise go unnoticed, and a user could be given the wrong address.
/// </summary>
public sealed class FieldNamesTests
{
    private static readonly Dictionary<string, string> OfInstance = new(StringComparer.Ordinal)
    {
        // BrokerCount itself is calculated if the response does not contain it.
        ["broker_num"] = "ReportedBrokerCount",
        ["node_num"] = "NodeCount",
        ["partition_num"] = "PartitionLimit",
        ["extend_times"] = "DiskExtensionCount",
        ["disk_encrypted_key"] = "DiskEncryptionKeyId",
        ["storage_space"] = "StorageSpaceGB",
        ["total_storage_space"] = "TotalStorageSpaceGB",
        ["used_storage_space"] = "UsedStorageSpaceGB",
        ["maintain_begin"] = "MaintenanceBegin",
        ["maintain_end"] = "MaintenanceEnd",
        ["available_zones"] = "AvailabilityZones",
        ["available_zone_names"] = "AvailabilityZoneNames",
        ["connect_address"] = "ConnectAddresses",
        ["connect_addresses"] = "ConnectAddresses",
        ["kafka_private_connect_address"] = "PrivateConnectAddresses",
        ["kafka_private_connect_domain_name"] = "PrivateConnectDomainNames",
        ["public_connect_address"] = "PublicConnectAddresses",
        ["public_connect_domain_name"] = "PublicConnectDomainNames",
        ["pod_connect_address"] = "PodConnectAddresses",
        ["cross_vpc_info"] = "CrossVpcAddresses",
        ["port_protocols"] = "AccessModes",
        ["public_bandwidth"] = "PublicBandwidthMbps",
        ["public_boundwidth"] = "PublicBandwidthMbps",
        ["kafka_public_status"] = "PublicStatus",
        ["enable_publicip"] = "PublicIpEnabled",
        ["dns_enable"] = "DnsEnabled",
        ["ipv6_enable"] = "Ipv6Enabled",
        // The reference names SASL after its transport (5.1.2).
        ["ssl_enable"] = "SaslEnabled",
        ["ssl_two_way_enable"] = "MutualTlsEnabled",
        ["broker_ssl_enable"] = "BrokerSslEnabled",
        ["kafka_security_protocol"] = "SecurityProtocol",
        ["sasl_enabled_mechanisms"] = "SaslMechanisms",
        ["access_user"] = "AccessUserName",
        ["enable_acl"] = "AclEnabled",
        ["cert_replaced"] = "CertificateReplaceable",
        ["new_auth_cert"] = "NewCertificate",
        ["vpc_client_plain"] = "VpcPlaintextEnabled",
        ["enable_auto_topic"] = "AutoTopicEnabled",
        ["management_connect_address"] = "ManagerAddress",
        ["public_management_connect_address"] = "PublicManagerAddress",
        ["public_management_connect_addresses"] = "PublicManagerAddress",
        ["kafka_manager_user"] = "ManagerUserName",
        ["connector_enable"] = "SmartConnectEnabled",
        ["connector_node_num"] = "SmartConnectNodeCount",
        ["rest_enable"] = "RestEnabled",
        ["rest_connect_address"] = "RestAddress",
        ["message_query_inst_enable"] = "MessageQueryEnabled",
        ["support_features"] = "SupportedFeatures",
        ["trace_enable"] = "TraceEnabled",
        ["agent_enable"] = "AgentEnabled",
        ["enable_log_collection"] = "LogCollectionEnabled",
        ["dr_enable"] = "DisasterRecoveryEnabled",
        ["new_spec_billing_enable"] = "NewBillingEnabled",
        ["ces_version"] = "CloudEyeVersion",
        ["user_id"] = "OwnerId",
        ["user_name"] = "OwnerName",
    };

    private static readonly Dictionary<string, string> OfTopic = new(StringComparer.Ordinal)
    {
        ["partition"] = "PartitionCount",
        ["replication"] = "ReplicationFactor",
        ["retention_time"] = "RetentionHours",
        ["sync_message_flush"] = "SyncFlush",
        ["topic_other_configs"] = "ConfigDetails",
        ["topic_desc"] = "Description",
        ["policiesOnly"] = "HasOnlyDefaultPolicy",
        ["id"] = "Name",
    };

    private static readonly Dictionary<string, string> OfTopicConfig = new(StringComparer.Ordinal)
    {
        ["value"] = "ValueText",
        ["default_value"] = "DefaultText",
    };

    [Fact]
    public void Fields_of_an_instance() => BecomeWhatTheyAreCalled(OfInstance, ServiceJsonContext.Default.Instance);

    [Fact]
    public void Fields_of_a_topic() => BecomeWhatTheyAreCalled(OfTopic, ServiceJsonContext.Default.Topic);

    [Fact]
    public void Fields_of_a_topic_setting() => BecomeWhatTheyAreCalled(OfTopicConfig, ServiceJsonContext.Default.TopicConfig);

    private static void BecomeWhatTheyAreCalled<T>(Dictionary<string, string> otherwise, JsonTypeInfo<T> type)
    {
        Assert.All(otherwise, field => Assert.Equal(field.Value, Assert.Single(FieldProbe.PropertiesOf(field.Key, type))));
        Assert.All(
            ContractNames.All.Where(field => !otherwise.ContainsKey(field)),
            field => Assert.All(
                FieldProbe.PropertiesOf(field, type),
                property => Assert.Equal(field.Replace("_", "", StringComparison.Ordinal), property, ignoreCase: true)));
    }
}

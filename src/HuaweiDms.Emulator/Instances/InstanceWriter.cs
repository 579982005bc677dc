using System.Globalization;
using System.Text.Json;
using HuaweiDms.Emulator.Catalog;
using HuaweiDms.Emulator.Cluster;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Identity;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>
/// Writes an instance as the service does, with its oddities: numbers and times as strings, JSON inside strings, and fields that
/// v1.0 does not have.
/// </summary>
internal static class InstanceWriter
{
    private const int CrossVpcPort = 9011;
    private const int ManagerPort = 9999;

    /// <summary>The part of the disk that messages can use, as in the documented example (492 of 600).</summary>
    private const double UsableStorage = 0.82;

    private const string Features = "kafka.new.pod.port,feature.physerver.kafka.topic.modify,feature.physerver.kafka.topic.accesspolicy,"
        + "message_trace_enable,features.pod.token.access,feature.physerver.kafka.pulbic.dynamic,roma_app_enable,features.log.collection,"
        + "auto_topic_switch,feature.physerver.kafka.user.manager";

    public static void Write(Utf8JsonWriter json, KafkaInstance instance, Account account, InstanceDialect dialect, bool isDetail)
    {
        WriteIdentity(json, instance, account);
        WriteNetwork(json, instance, hasSubnet: isDetail || !dialect.IsV1);
        WriteStorage(json, instance);
        WriteSwitches(json, instance);
        if (HasAddresses(instance))
            WriteAddresses(json, instance, isDetail);
        if (dialect.IsV1)
            WriteOlder(json, instance);
        else
            WriteNewer(json, instance);
        if (isDetail && instance.PolicyChanges.Count > 0)
            WriteTask(json, PendingPolicies.TaskName);
    }

    private static bool HasAddresses(KafkaInstance instance) => instance.Status is not (InstanceStatus.Creating or InstanceStatus.CreateFailed);

    private static void WriteIdentity(Utf8JsonWriter json, KafkaInstance instance, Account account)
    {
        json.WriteString("name", instance.Name);
        json.WriteString("engine", "kafka");
        json.WriteNumber("port", instance.AccessModes.PrivatePort);
        json.WriteString("status", instance.Status);
        json.WriteString("type", "cluster");
        json.WriteString("specification", instance.Specification);
        json.WriteString("engine_version", instance.EngineVersion);
        json.WriteString("instance_id", instance.Id);
        json.WriteString("resource_spec_code", KafkaProduct.Of(instance.ProductId).SpecCode);
        json.WriteNumber("charging_mode", instance.OrderId is null ? 1 : 0);
        if (instance.OrderId is not null)
            json.WriteString("order_id", instance.OrderId);
        json.WriteString("created_at", WireText.Of(instance.CreatedAt.ToUnixTimeMilliseconds()));
        json.WriteString("product_id", instance.ProductId);
        json.WriteString("user_id", account.UserId);
        json.WriteString("user_name", account.UserName);
        if (instance.AccessUser is not null)
            json.WriteString("access_user", instance.AccessUser);
        json.WriteString("maintain_begin", instance.MaintainBegin);
        json.WriteString("maintain_end", instance.MaintainEnd);
        json.WriteString("enterprise_project_id", instance.EnterpriseProjectId);
    }

    private static void WriteNetwork(Utf8JsonWriter json, KafkaInstance instance, bool hasSubnet)
    {
        json.WriteString("vpc_id", instance.VpcId);
        json.WriteString("vpc_name", "vpc-default");
        json.WriteString("security_group_id", instance.SecurityGroupId);
        json.WriteString("security_group_name", "Sys-default");
        json.WriteString("subnet_id", instance.SubnetId);
        if (hasSubnet)
        {
            json.WriteString("subnet_name", "subnet-default");
            json.WriteString("subnet_cidr", "192.168.0.0/16");
        }
        json.WriteTexts("available_zones", instance.ZoneIds);
        json.WriteBoolean("enable_publicip", instance.PublicAddresses.Count > 0);
        json.WriteString("kafka_public_status", instance.PublicAddresses.Count > 0 ? "actived" : "closed");
        json.WriteNumber("public_bandwidth", instance.PublicBandwidth);
        json.WriteBoolean("ipv6_enable", instance.IsIpv6Enabled);
        json.WriteTexts("ipv6_connect_addresses", []);
    }

    private static void WriteStorage(Utf8JsonWriter json, KafkaInstance instance)
    {
        json.WriteNumber("storage_space", (int)(instance.TotalStorageGB * UsableStorage));
        json.WriteNumber("total_storage_space", instance.TotalStorageGB);
        json.WriteNumber("used_storage_space", DiskUsage.UsedGBOf(instance));
        json.WriteString("partition_num", WireText.Of(instance.PartitionLimit));
        json.WriteString("storage_resource_id", IdGenerator.ForName("storage/" + instance.Id));
        json.WriteString("storage_spec_code", instance.StorageSpecCode);
        json.WriteString("service_type", "advanced");
        json.WriteString("storage_type", "hec");
        json.WriteBoolean("is_logical_volume", true);
        json.WriteNumber("extend_times", instance.DiskExtensions);
        json.WriteBoolean("disk_encrypted", instance.DiskKeyId is not null);
        json.WriteString("retention_policy", instance.RetentionPolicy);
    }

    private static void WriteSwitches(Utf8JsonWriter json, KafkaInstance instance)
    {
        json.WriteBoolean("ssl_enable", instance.IsSaslEnabled);
        json.WriteBoolean("enable_log_collection", value: false);
        json.WriteBoolean("connector_enable", instance.SmartConnect is not null);
        json.WriteString("connector_id", instance.SmartConnect?.Id ?? string.Empty);
        json.WriteBoolean("rest_enable", value: false);
        json.WriteString("rest_connect_address", string.Empty);
        json.WriteBoolean("message_query_inst_enable", value: true);
        json.WriteBoolean("vpc_client_plain", instance.IsSaslEnabled && instance.AccessModes.PrivatePlain);
        json.WriteString("support_features", Features);
        json.WriteBoolean("trace_enable", value: false);
        json.WriteBoolean("agent_enable", value: false);
        json.WriteBoolean("enable_auto_topic", instance.IsAutoTopicEnabled);
        json.WriteString("ces_version", "linux");
        WriteTags(json, instance.Tags);
    }

    private static void WriteAddresses(Utf8JsonWriter json, KafkaInstance instance, bool isDetail)
    {
        json.WriteString("connect_address", string.Join(",", instance.PrivateAddresses));
        json.WriteString("kafka_private_connect_address", WithPort(instance.PrivateAddresses, instance.AccessModes.PrivatePort));
        json.WriteString("pod_connect_address", WithPort(instance.PrivateAddresses.ConvertAll(PodAddress), 9080));
        if (instance.IsManagerEnabled)
            json.WriteString("management_connect_address", $"https://{instance.PrivateAddresses[0]}:{ManagerPort}");
        json.WriteString("cross_vpc_info", CrossVpcInfo(instance, portIsText: isDetail));
        if (instance.PublicAddresses.Count > 0)
            json.WriteString("public_connect_address", WithPort(instance.PublicAddresses, instance.AccessModes.PublicPort));
    }

    /// <summary>The service-internal address that belongs to a private one.</summary>
    private static string PodAddress(string address) => "100.86" + address.Substring(address.IndexOf('.', address.IndexOf('.') + 1));

    /// <summary>JSON in a string. The list writes the port as a number (5.1.2), the detail as a string (5.1.3).</summary>
    private static string CrossVpcInfo(KafkaInstance instance, bool portIsText) => JsonText.Of(json =>
    {
        foreach (string address in instance.PrivateAddresses)
        {
            json.WriteStartObject(address);
            json.WriteString("advertised_ip", instance.AdvertisedAddresses.TryGetValue(address, out string? advertised) ? advertised : address);
            if (portIsText)
                json.WriteString("port", WireText.Of(CrossVpcPort));
            else
                json.WriteNumber("port", CrossVpcPort);
            json.WriteString("port_id", IdGenerator.ForName($"port/{instance.Id}/{address}"));
            json.WriteEndObject();
        }
    });

    private static void WriteNewer(Utf8JsonWriter json, KafkaInstance instance)
    {
        json.WriteString("description", instance.Description);
        json.WriteNumber("broker_num", instance.BrokerCount);
        json.WriteNumber("node_num", instance.BrokerCount);
        json.WriteTexts("available_zone_names", instance.ZoneIds.Select(ServiceZone.NameOf));
        json.WriteBoolean("new_auth_cert", value: false);
        json.WriteBoolean("broker_ssl_enable", value: false);
        json.WriteBoolean("cert_replaced", value: false);
        json.WriteBoolean("ssl_two_way_enable", value: false);
        json.WriteString("kafka_security_protocol", instance.AccessModes.CrossVpcProtocol);
        json.WriteTexts("sasl_enabled_mechanisms", instance.SaslMechanisms);
        json.WriteNumber("connector_node_num", instance.SmartConnect?.NodeCount ?? 0);
        json.WriteString("disk_encrypted_key", instance.DiskKeyId ?? string.Empty);
        json.WriteBoolean("new_spec_billing_enable", KafkaProduct.Of(instance.ProductId).SpecCode.Length == 0);
        json.WriteString("public_access_enabled", instance.PublicAddresses.Count > 0 ? "actived" : "closed");
        json.WriteBoolean("enable_acl", instance.IsSaslEnabled);
        json.WriteBoolean("dns_enable", value: false);
        json.WriteBoolean("dr_enable", value: false);
        if (HasAddresses(instance))
            WritePortProtocols(json, instance);
        if (HasAddresses(instance) && instance.IsManagerEnabled && instance.PublicAddresses.Count > 0)
            json.WriteString("public_management_connect_address", $"https://{instance.PublicAddresses[0]}:{ManagerPort}");
    }

    private static void WriteOlder(Utf8JsonWriter json, KafkaInstance instance)
    {
        json.WriteString("connect_dn", string.Empty);
        if (instance.ManagerUser is not null)
            json.WriteString("kafka_manager_user", instance.ManagerUser);
    }

    /// <summary>The table describes an object, the example a string with JSON. The vendor's SDK only reads the object.</summary>
    private static void WritePortProtocols(Utf8JsonWriter json, KafkaInstance instance)
    {
        json.WriteStartObject("port_protocols");
        foreach ((string name, bool isOpen, bool isPublic, int port) in instance.AccessModes.All())
        {
            json.WriteBoolean(name + "_enable", isOpen);
            json.WriteString(name + "_address", isOpen ? WithPort(isPublic ? instance.PublicAddresses : instance.PrivateAddresses, port) : string.Empty);
        }
        json.WriteEndObject();
    }

    /// <summary>
    /// Not in the reference, but known from clients that wait for it: the operation in progress on the topics of the instance.
    /// </summary>
    private static void WriteTask(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject("task");
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void WriteTags(Utf8JsonWriter json, List<Tag> tags) => json.WriteObjects("tags", tags, tag =>
    {
        json.WriteString("key", tag.Key);
        json.WriteString("value", tag.Value);
    });

    private static string WithPort(List<string> addresses, int port)
        => string.Join(",", addresses.Select(address => $"{address}:{port.ToString(CultureInfo.InvariantCulture)}"));
}

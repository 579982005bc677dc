using System.Globalization;
using HuaweiDms.Emulator.Catalog;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>
/// Reads and validates the body of a creation (5.1.1, 7.1.1.1). Versions, products, storage types and zones must be in the
/// catalog, so that the emulator does not accept what the service would reject.
/// </summary>
internal static class InstanceOrderReader
{
    private const int MaxBandwidthPerBroker = 300;

    /// <summary>
    /// Fields of 5.1.1 that 7.1.1.1 does not have. The reference does not say how v1.0 treats them; the emulator ignores them
    /// like any unknown field.
    /// </summary>
    private static readonly string[] NewerFields =
    [
        "broker_num", "tenant_ips", "ipv6_enable", "connector_enable", "port_protocol", "vpc_client_plain", "kafka_security_protocol",
        "sasl_enabled_mechanisms", "disk_encrypted_enable", "disk_encrypted_key", "bss_param", "arch_type",
    ];

    public static InstanceOrder Read(JsonFields sent, InstanceDialect dialect)
    {
        JsonFields body = dialect.IsV1 ? sent.Without(NewerFields) : sent;
        KafkaInstance instance = new()
        {
            Name = InstanceRules.Name(body.Text("name")),
            Description = InstanceRules.Description(body.Text("description") ?? string.Empty),
            EngineVersion = ReadEngine(body, dialect.IsV1),
            ProductId = body.Text("product_id") is { } product && KafkaProduct.Sold(dialect.IsV1).Any(sold => sold.Id == product) ? product : throw ServiceErrors.InvalidProduct(),
            StorageSpecCode = body.Text("storage_spec_code") is { } spec && CatalogWriter.HasDisk(spec, dialect.IsV1) ? spec : throw ServiceErrors.InvalidSpecCode(),
            VpcId = body.Text("vpc_id") is { Length: > 0 } vpc ? vpc : throw ServiceErrors.EmptyVpc(),
            SecurityGroupId = body.Text("security_group_id") is { Length: > 0 } group ? group : throw ServiceErrors.EmptySecurityGroup(),
            SubnetId = body.Text("subnet_id") is { Length: > 0 } subnet ? subnet : throw ServiceErrors.EmptySubnet(),
            ZoneIds = ReadZones(body),
            RetentionPolicy = InstanceRules.OneOf(body, "retention_policy", "produce_reject", "time_base") ?? "produce_reject",
            IsAutoTopicEnabled = body.Flag("enable_auto_topic") ?? false,
            EnterpriseProjectId = body.Text("enterprise_project_id") is { Length: > 0 } enterprise ? enterprise : "0",
            Tags = InstanceRules.Tags(body, dialect),
        };
        if (MaintenanceWindow.Read(body, dialect) is { } window)
            (instance.MaintainBegin, instance.MaintainEnd) = (window.Begin, window.End);
        bool isPublic = ReadPublicAccess(body);
        bool isSasl = ReadSasl(body, instance, dialect);
        InstanceRules.OneOf(body, "arch_type", "X86");
        if (dialect.IsV1)
            ReadOlderSize(body, instance, dialect);
        else
            ReadSize(body, instance);
        ReadDisk(body, instance);
        instance.IsIpv6Enabled = body.Flag("ipv6_enable") ?? false;
        ServiceZone.Check(instance.ZoneIds, instance.IsIpv6Enabled);
        instance.SmartConnect = body.Flag("connector_enable") == true ? new() : null;
        instance.AccessModes = AccessModesReader.Read(body, isSasl, isPublic);
        return new(instance, ReadPrePaid(body), InstanceRules.TenantIps(body.Texts("tenant_ips"), instance.BrokerCount), isPublic);
    }

    private static string ReadEngine(JsonFields body, bool isV1)
    {
        if (body.RequiredText("engine") != "kafka")
            throw ServiceErrors.UnsupportedEngine();
        return body.TextOrNumber("engine_version") is { } version && CatalogWriter.HasVersion(version, isV1) ? version : throw ServiceErrors.UnsupportedVersion();
    }

    /// <summary>One zone, or three or more: with two, the loss of one could mean the loss of the majority.</summary>
    private static List<string> ReadZones(JsonFields body)
    {
        List<string> zones = body.Texts("available_zones") ?? [];
        bool isGood = zones.Count is not (0 or 2)
            && !zones.Exists(zone => zone.Length == 0)
            && zones.Distinct(StringComparer.Ordinal).Count() == zones.Count;
        return isGood ? zones : throw ServiceErrors.InvalidZones();
    }

    private static bool ReadPublicAccess(JsonFields body)
    {
        bool isOn = body.Flag("enable_publicip") ?? false;
        string? ids = body.Text("publicip_id");
        if (isOn && string.IsNullOrEmpty(ids))
            throw ServiceErrors.InvalidPublicAccess();
        return isOn;
    }

    /// <summary>Reads whether SASL is enabled. If not, user and password are ignored.</summary>
    private static bool ReadSasl(JsonFields body, KafkaInstance instance, InstanceDialect dialect)
    {
        List<string> mechanisms = InstanceRules.Mechanisms(body);
        string? name = body.Text("access_user"), password = body.Text("password");
        if (body.Flag("ssl_enable") != true)
            return false;

        string user = InstanceRules.UserName(name, dialect);
        InstanceRules.Password(password, user);
        instance.Users.Add(KafkaUser.Default(user, default));
        instance.SaslMechanisms = mechanisms;
        return true;
    }

    private static void ReadSize(JsonFields body, KafkaInstance instance)
    {
        KafkaProduct product = KafkaProduct.Of(instance.ProductId);
        instance.BrokerCount = body.Integer("broker_num") is { } brokers && brokers >= product.MinBrokers && brokers <= product.MaxBrokers
            ? brokers
            : throw ServiceErrors.InvalidField("broker_num");
        instance.TotalStorageGB = ReadStorage(body, product.MinStorageGB, product.StorageLimitGB);
        // 5.4.1 says that the storage is a multiple of the number of brokers. The reference does not repeat this for creations.
        if (KafkaProduct.Offered(instance.ProductId)?.CanDivide(instance.TotalStorageGB, instance.BrokerCount) == false)
            throw ServiceErrors.InvalidStorageSpace();
    }

    /// <summary>v1.0 sizes an instance by bandwidth, which determines the number of brokers and partitions.</summary>
    private static void ReadOlderSize(JsonFields body, KafkaInstance instance, InstanceDialect dialect)
    {
        KafkaProduct size = KafkaProduct.OfBandwidth(body.Text("specification")) ?? throw ServiceErrors.InvalidField("specification");
        if (body.Integer("partition_num") != size.Partitions)
            throw ServiceErrors.InvalidField("partition_num");
        if (size.NeedsUltraDisks && instance.StorageSpecCode == KafkaProduct.OlderHighDisk)
            throw ServiceErrors.InvalidSpecCode();
        instance.BrokerCount = size.MinBrokers;
        instance.TotalStorageGB = ReadStorage(body, size.MinStorageGB, size.StorageLimitGB);
        instance.PublicBandwidth = ReadPublicBandwidth(body, instance.BrokerCount);
        instance.ManagerUser = InstanceRules.UserName(body.Text("kafka_manager_user"), dialect);
        InstanceRules.Password(body.Text("kafka_manager_password"), instance.ManagerUser);
    }

    /// <summary>In Mbit/s, sent as a string: 1 to 300 per broker, according to the ranges in the table.</summary>
    private static int ReadPublicBandwidth(JsonFields body, int brokers)
    {
        if (body.TextOrNumber("public_bandwidth") is not { Length: > 0 } text)
            return 0;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int bandwidth)
            && bandwidth >= brokers && bandwidth <= MaxBandwidthPerBroker * brokers && bandwidth % brokers == 0
                ? bandwidth
                : throw ServiceErrors.InvalidPublicAccess();
    }

    private static int ReadStorage(JsonFields body, int min, int max)
    {
        int space = body.Integer("storage_space") ?? throw ServiceErrors.InvalidField("storage_space");
        return space >= min && space <= max ? space : throw ServiceErrors.InvalidStorageSpace();
    }

    private static void ReadDisk(JsonFields body, KafkaInstance instance)
    {
        string? key = body.Text("disk_encrypted_key");
        if (body.Flag("disk_encrypted_enable") ?? false)
            instance.DiskKeyId = !string.IsNullOrEmpty(key) ? key : throw ServiceErrors.EmptyDiskKey();
    }

    private static bool ReadPrePaid(JsonFields body)
    {
        JsonFields? terms = body.Object("bss_param");
        // Renewal and payment are not emulated, but the fields must have the right type.
        _ = terms?.Flag("is_auto_renew");
        _ = terms?.Flag("is_auto_pay");
        if (terms is null || InstanceRules.OneOf(terms, "charging_mode", "prePaid", "postPaid") != "prePaid")
            return false;
        int longest = terms.Text("period_type") switch
        {
            "month" => 9,
            "year" => 3,
            _ => throw ServiceErrors.InvalidPeriodType(),
        };
        int periods = terms.Integer("period_num") ?? throw ServiceErrors.PeriodNotInteger();
        return periods >= 1 && periods <= longest ? true : throw ServiceErrors.InvalidPeriod();
    }
}

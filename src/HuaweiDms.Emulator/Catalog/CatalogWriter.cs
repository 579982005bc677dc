using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;

namespace HuaweiDms.Emulator.Catalog;

/// <summary>Writes zones and products as the service does: numbers and booleans as strings, and a remaining time that never ends.</summary>
internal static class CatalogWriter
{
    /// <summary>Stands for "no limit". The reference's example shows this number rounded up, beyond the range of a Long.</summary>
    private const long NoEnd = long.MaxValue;

    private const int ConsumersPerBroker = 4000;
    private const int BandwidthPerBroker = 100;

    private static readonly string[] Disks = ["dms.physical.storage.high.v2", "dms.physical.storage.ultra.v2"];

    private static readonly string[] OlderDisks = [KafkaProduct.OlderHighDisk, "dms.physical.storage.ultra"];

    /// <summary>The engine versions on offer.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["1.1.0", "2.7", "3.x"];

    /// <summary>Whether a version is on offer. 7.1.1.1 lists no versions, but its example uses 2.3.0.</summary>
    public static bool HasVersion(string version, bool isV1) => Versions.Contains(version) || (isV1 && version == "2.3.0");

    /// <summary>Whether a storage specification is on offer.</summary>
    public static bool HasDisk(string code, bool isV1) => (isV1 ? OlderDisks : Disks).Contains(code);

    private static IEnumerable<string> ZonesInStock => ServiceZone.All.Where(zone => !zone.IsSoldOut).Select(zone => zone.Id);

    private static IEnumerable<string> ZonesSoldOut => ServiceZone.All.Where(zone => zone.IsSoldOut).Select(zone => zone.Id);

    public static void WriteZone(Utf8JsonWriter json, ServiceZone zone, string code, bool isV1)
    {
        json.WriteBoolean("soldOut", zone.IsSoldOut);
        json.WriteString("id", zone.Id);
        json.WriteString("code", code);
        json.WriteString("name", isV1 ? code : zone.Name);
        json.WriteString("port", WireText.Of(zone.Port));
        json.WriteString("resource_availability", zone.IsSoldOut ? "false" : "true");
        if (!isV1)
        {
            json.WriteBoolean("default_az", zone.IsDefault);
            json.WriteNumber("remain_time", NoEnd);
            json.WriteBoolean("ipv6_enable", zone.HasIpv6);
        }
    }

    /// <summary>Writes a product on offer (5.12.3).</summary>
    public static void WriteProduct(Utf8JsonWriter json, KafkaProduct product)
    {
        json.WriteString("billing_code", "dms.platinum.c6");
        WriteCommon(json, product, ZonesInStock, ZonesSoldOut);
    }

    /// <summary>Writes a product that an instance can change to, in the zones of the instance (5.4.2).</summary>
    public static void WriteOffer(Utf8JsonWriter json, KafkaProduct product, IReadOnlyList<string> zones)
    {
        WriteCommon(json, product, zones, []);
        json.WriteTexts("available_zones", zones);
        json.WriteTexts("unavailable_zones", []);
    }

    public static void WriteOlderProducts(Utf8JsonWriter json, string engine)
    {
        json.WriteString("name", engine);
        json.WriteString("version", Versions[0]);
        json.WriteObjects("values", ["cluster"], type =>
        {
            json.WriteObjects("detail", KafkaProduct.Sold(isV1: true), product => WriteOlderProduct(json, product));
            json.WriteString("name", type);
            json.WriteTexts("unavailable_zones", ZonesSoldOut);
        });
    }

    private static void WriteCommon(Utf8JsonWriter json, KafkaProduct product, IEnumerable<string> zones, IEnumerable<string> soldOut)
    {
        json.WriteString("type", "cluster");
        json.WriteString("product_id", product.Id);
        json.WriteString("ecs_flavor_id", product.Flavor);
        json.WriteTexts("arch_types", ["X86"]);
        json.WriteTexts("charging_mode", ["monthly", "hourly"]);
        WriteDisks(json, zones, soldOut);
        WriteFeatures(json);
        WriteLimits(json, product);
    }

    private static void WriteOlderProduct(Utf8JsonWriter json, KafkaProduct product)
    {
        json.WriteString("tps", WireText.Of(product.Tps));
        json.WriteString("storage", WireText.Of(product.MinStorageGB));
        json.WriteString("partition_num", WireText.Of(product.Partitions));
        json.WriteString("product_id", product.Id);
        json.WriteString("spec_code", product.SpecCode);
        json.WriteStartArray("io");
        if (!product.NeedsUltraDisks)
            WriteOlderDisk(json, "high", "SAS");
        WriteOlderDisk(json, "ultra", "SSD");
        json.WriteEndArray();
        json.WriteString("bandwidth", product.Bandwidth);
        json.WriteTexts("unavailable_zones", ZonesSoldOut);
        json.WriteString("ecs_flavor_id", product.Flavor);
    }

    private static void WriteOlderDisk(Utf8JsonWriter json, string type, string volume)
    {
        json.WriteStartObject();
        json.WriteString("io_type", type);
        json.WriteString("storage_spec_code", "dms.physical.storage." + type);
        json.WriteString("volume_type", volume);
        json.WriteEndObject();
    }

    private static void WriteDisks(Utf8JsonWriter json, IEnumerable<string> zones, IEnumerable<string> soldOut)
        => json.WriteObjects("ios", Disks, disk =>
        {
            json.WriteString("io_spec", disk);
            json.WriteString("type", "evs");
            json.WriteTexts("available_zones", zones);
            json.WriteTexts("unavailable_zones", soldOut);
        });

    private static void WriteFeatures(Utf8JsonWriter json) => json.WriteObjects("support_features", ["connector_obs"], name =>
    {
        json.WriteString("name", name);
        json.WriteStartObject("properties");
        json.WriteString("max_task", "10");
        json.WriteString("max_node", "10");
        json.WriteString("min_task", "1");
        json.WriteString("min_node", "2");
        json.WriteEndObject();
    });

    private static void WriteLimits(Utf8JsonWriter json, KafkaProduct product)
    {
        json.WriteStartObject("properties");
        json.WriteString("max_partition_per_broker", WireText.Of(product.PartitionsPerBroker));
        json.WriteString("max_broker", WireText.Of(product.MaxBrokers));
        json.WriteString("max_storage_per_node", WireText.Of(product.StoragePerBrokerGB));
        json.WriteString("max_consumer_per_broker", WireText.Of(ConsumersPerBroker));
        json.WriteString("min_broker", WireText.Of(product.MinBrokers));
        json.WriteString("max_bandwidth_per_broker", WireText.Of(BandwidthPerBroker));
        json.WriteString("min_storage_per_node", WireText.Of(KafkaProduct.MinStoragePerBrokerGB));
        json.WriteString("max_tps_per_broker", WireText.Of(product.Tps));
        json.WriteString("product_alias", product.Id.Replace("c6.", "kafka."));
        json.WriteEndObject();
    }
}

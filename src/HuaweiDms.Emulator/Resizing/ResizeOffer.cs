using System.Globalization;
using System.Text.Json;

namespace HuaweiDms.Emulator.Resizing;

/// <summary>A product that instances can change to, with the figures the service tells of it (5.4.2).</summary>
internal sealed class ResizeOffer
{
    public const int MostBrokers = 30;
    private const int LeastBrokers = 3;
    private const int LeastStoragePerBroker = 100;

    private ResizeOffer(string size, string flavor, int storage, int partitions, int bandwidth, int messages)
    {
        ProductId = $"c6.{size}.cluster";
        Alias = $"kafka.{size}.cluster";
        Flavor = flavor;
        StoragePerBrokerGB = storage;
        Partitions = partitions;
        Bandwidth = bandwidth;
        Messages = messages;
    }

    public static IReadOnlyList<ResizeOffer> All { get; } =
    [
        new("2u4g", "c6.large.2", 10_000, 250, 100, 30_000),
        new("4u8g", "c6.xlarge.2", 20_000, 500, 200, 100_000),
        new("8u16g", "c6.2xlarge.2", 50_000, 1000, 250, 150_000),
        new("12u24g", "c6.3xlarge.2", 50_000, 1500, 375, 200_000),
        new("16u32g", "c6.4xlarge.2", 50_000, 2000, 500, 250_000),
    ];

    public string ProductId { get; }

    public int StoragePerBrokerGB { get; }

    private string Alias { get; }

    private string Flavor { get; }

    private int Partitions { get; }

    private int Bandwidth { get; }

    private int Messages { get; }

    /// <summary>Numbers travel as text.</summary>
    public void Write(Utf8JsonWriter json, IReadOnlyList<string> zones)
    {
        json.WriteStartObject();
        json.WriteString("type", "cluster");
        json.WriteString("product_id", ProductId);
        json.WriteString("ecs_flavor_id", Flavor);
        WriteTexts(json, "arch_types", ["X86"]);
        WriteTexts(json, "charging_mode", ["monthly", "hourly"]);
        WriteDisks(json, zones);
        WriteFeatures(json);
        json.WriteStartObject("properties");
        WriteNumber(json, "max_partition_per_broker", Partitions);
        WriteNumber(json, "max_broker", MostBrokers);
        WriteNumber(json, "max_storage_per_node", StoragePerBrokerGB);
        WriteNumber(json, "max_consumer_per_broker", 4000);
        WriteNumber(json, "min_broker", LeastBrokers);
        json.WriteString("product_alias", Alias);
        WriteNumber(json, "max_bandwidth_per_broker", Bandwidth);
        WriteNumber(json, "min_storage_per_node", LeastStoragePerBroker);
        WriteNumber(json, "max_tps_per_broker", Messages);
        json.WriteEndObject();
        WriteTexts(json, "available_zones", zones);
        WriteTexts(json, "unavailable_zones", []);
        json.WriteEndObject();
    }

    private static void WriteDisks(Utf8JsonWriter json, IReadOnlyList<string> zones)
    {
        json.WriteStartArray("ios");
        foreach (string disk in new[] { "dms.physical.storage.high.v2", "dms.physical.storage.ultra.v2" })
        {
            json.WriteStartObject();
            json.WriteString("io_spec", disk);
            WriteTexts(json, "available_zones", zones);
            json.WriteString("type", "evs");
            WriteTexts(json, "unavailable_zones", []);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFeatures(Utf8JsonWriter json)
    {
        json.WriteStartArray("support_features");
        json.WriteStartObject();
        json.WriteString("name", "connector_obs");
        json.WriteStartObject("properties");
        WriteNumber(json, "max_task", 10);
        WriteNumber(json, "max_node", 10);
        WriteNumber(json, "min_task", 1);
        WriteNumber(json, "min_node", 2);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int number)
        => json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}

using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>What a product decides about an instance. Unknown products are taken as they come: the list is open.</summary>
internal sealed class KafkaProduct
{
    private const int LargestStorageGB = 1_500_000;

    private static readonly Dictionary<string, KafkaProduct> Known = new(StringComparer.Ordinal)
    {
        ["c6.2u4g.cluster"] = new() { PartitionsPerBroker = 250, StorageLimitGB = 300_000 },
        ["c6.4u8g.cluster"] = new() { PartitionsPerBroker = 500, StorageLimitGB = 600_000 },
        ["c6.8u16g.cluster"] = new() { PartitionsPerBroker = 1000 },
        ["c6.12u24g.cluster"] = new() { PartitionsPerBroker = 1500 },
        ["c6.16u32g.cluster"] = new() { PartitionsPerBroker = 2000 },
        ["00300-30308-0--0"] = new() { Bandwidth = "100MB", Partitions = 300, SpecCode = "dms.instance.kafka.cluster.c3.mini" },
        ["00300-30310-0--0"] = new() { Bandwidth = "300MB", Partitions = 900, SpecCode = "dms.instance.kafka.cluster.c3.small.2" },
        ["00300-30312-0--0"] = new() { Bandwidth = "600MB", Partitions = 1800, SpecCode = "dms.instance.kafka.cluster.c3.middle.2" },
        ["00300-30314-0--0"] = new() { Bandwidth = "1200MB", Partitions = 1800, SpecCode = "dms.instance.kafka.cluster.c3.high.2" },
    };

    private static readonly KafkaProduct Other = new() { PartitionsPerBroker = 250 };

    /// <summary>The most storage in GB (5.1.1).</summary>
    public int StorageLimitGB { get; private init; } = LargestStorageGB;

    /// <summary>The code of the older products' resources; newer ones have none.</summary>
    public string SpecCode { get; private init; } = "";

    private int PartitionsPerBroker { get; init; }

    private int Partitions { get; init; }

    private string? Bandwidth { get; init; }

    public static KafkaProduct Of(string productId) => Known.TryGetValue(productId, out KafkaProduct? product) ? product : Other;

    /// <summary>Fills in what follows from the product.</summary>
    public void Apply(KafkaInstance instance)
    {
        instance.Specification = Bandwidth ?? instance.ProductId;
        instance.PartitionLimit = Partitions > 0 ? Partitions : PartitionsPerBroker * instance.BrokerCount;
    }
}

using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>
/// The properties of a product and their effect on an instance. An unknown product, which a state file may contain, imposes
/// almost no limits.
/// </summary>
internal sealed class KafkaProduct
{
    /// <summary>The slower of the two storage types of older products.</summary>
    public const string OlderHighDisk = "dms.physical.storage.high";

    /// <summary>
    /// The minimum storage per broker of newer products (5.4.2). Some examples of 5.12.3 have more, but then the example of 5.1.1
    /// would be invalid.
    /// </summary>
    public const int MinStoragePerBrokerGB = 100;

    private const int MaxStorageGB = 1_500_000;
    private const int MaxOlderStorageGB = 90_000;

    private static readonly Dictionary<string, KafkaProduct> Known = new KafkaProduct[]
    {
        new() { Id = "c6.2u4g.cluster", Cores = 2, Flavor = "c6.large.2", PartitionsPerBroker = 250, StoragePerBrokerGB = 10_000, StorageLimitGB = 300_000, Tps = 30_000 },
        new() { Id = "c6.4u8g.cluster", Cores = 4, Flavor = "c6.xlarge.2", PartitionsPerBroker = 500, StoragePerBrokerGB = 20_000, StorageLimitGB = 600_000, Tps = 100_000 },
        new() { Id = "c6.8u16g.cluster", Cores = 8, Flavor = "c6.2xlarge.2", PartitionsPerBroker = 1000, Tps = 150_000 },
        new() { Id = "c6.12u24g.cluster", Cores = 12, Flavor = "c6.3xlarge.2", PartitionsPerBroker = 1500, Tps = 200_000 },
        new() { Id = "c6.16u32g.cluster", Cores = 16, Flavor = "c6.4xlarge.2", PartitionsPerBroker = 2000, Tps = 250_000 },
        Older("00300-30308-0--0", "100MB", brokers: 3, storage: 600, partitions: 300, "mini", "c3.large.2", tps: 50_000),
        Older("00300-30310-0--0", "300MB", brokers: 3, storage: 1200, partitions: 900, "small.2", "c3.xlarge.2", tps: 100_000),
        Older("00300-30312-0--0", "600MB", brokers: 4, storage: 2400, partitions: 1800, "middle.2", "c3.2xlarge.2", tps: 200_000),
        Older("00300-30314-0--0", "1200MB", brokers: 8, storage: 4800, partitions: 1800, "high.2", "c3ne.2xlarge.2", tps: 300_000),
    }.ToDictionary(product => product.Id, StringComparer.Ordinal);

    private static readonly KafkaProduct Unknown = new() { PartitionsPerBroker = 250, MaxBrokers = 1000, MinBrokers = 1 };

    public string Id { get; private init; } = string.Empty;

    /// <summary>The CPU cores per broker.</summary>
    public int Cores { get; private init; }

    /// <summary>The server type of a broker.</summary>
    public string Flavor { get; private init; } = string.Empty;

    /// <summary>Messages per second: per broker, or for the whole instance with older products.</summary>
    public int Tps { get; private init; }

    public int MinBrokers { get; private init; } = 3;

    /// <summary>The maximum number of brokers (5.4.1). For unknown products it only prevents addresses from filling the memory.</summary>
    public int MaxBrokers { get; private init; } = 30;

    /// <summary>
    /// The maximum storage per broker, as in the examples of both 5.4.2 and 5.12.3. With it, larger products cannot reach the
    /// total of 5.1.1.
    /// </summary>
    public int StoragePerBrokerGB { get; private init; } = 30_000;

    /// <summary>The minimum storage of an instance in GB. For older products it depends on the bandwidth (7.1.1.1).</summary>
    public int MinStorageGB { get; private init; } = 300;

    /// <summary>The maximum storage of an instance in GB (5.1.1).</summary>
    public int StorageLimitGB { get; private init; } = MaxStorageGB;

    /// <summary>The resource specification code of older products; empty for newer ones.</summary>
    public string SpecCode { get; private init; } = string.Empty;

    public int PartitionsPerBroker { get; private init; }

    /// <summary>The maximum number of partitions of an instance of an older product.</summary>
    public int Partitions { get; private init; }

    /// <summary>The two larger ones of the older products only have the faster storage type (7.1.1.1).</summary>
    public bool NeedsUltraDisks => MinBrokers > 3;

    /// <summary>The bandwidth class of older products; null for newer ones.</summary>
    public string? Bandwidth { get; private init; }

    /// <summary>The products on offer, smallest first; v1.0 sells older products only.</summary>
    public static IEnumerable<KafkaProduct> Sold(bool isV1) => Known.Values.Where(product => product.Bandwidth is not null == isV1);

    /// <summary>The product an instance can change to; null if it is not on offer.</summary>
    public static KafkaProduct? Offered(string? productId) => Sold(isV1: false).FirstOrDefault(product => product.Id == productId);

    public static KafkaProduct Of(string productId) => Known.TryGetValue(productId, out KafkaProduct? product) ? product : Unknown;

    /// <summary>The v1.0 product with this bandwidth; null if there is none.</summary>
    public static KafkaProduct? OfBandwidth(string? bandwidth)
        => bandwidth is null ? null : Known.Values.FirstOrDefault(product => product.Bandwidth == bandwidth);

    /// <summary>Whether the storage can be divided among the brokers: equal shares, within the limits of the product.</summary>
    public bool CanDivide(int storageGB, int brokers)
        => storageGB % brokers == 0 && storageGB / brokers >= MinStoragePerBrokerGB && storageGB / brokers <= StoragePerBrokerGB;

    /// <summary>Sets the properties of the instance that depend on the product.</summary>
    public void Apply(KafkaInstance instance)
    {
        instance.Specification = Bandwidth ?? instance.ProductId;
        instance.PartitionLimit = Partitions > 0 ? Partitions : PartitionsPerBroker * instance.BrokerCount;
    }

    /// <summary>A v1.0 product: the bandwidth determines everything, including the number of brokers.</summary>
    private static KafkaProduct Older(string id, string bandwidth, int brokers, int storage, int partitions, string spec, string flavor, int tps)
        => new()
        {
            Id = id,
            Bandwidth = bandwidth,
            MinBrokers = brokers,
            MaxBrokers = brokers,
            MinStorageGB = storage,
            Partitions = partitions,
            SpecCode = "dms.instance.kafka.cluster.c3." + spec,
            Flavor = flavor,
            Cores = flavor.Contains(".2xlarge") ? 8 : flavor.Contains(".xlarge") ? 4 : 2,
            Tps = tps,
            StorageLimitGB = MaxOlderStorageGB,
            StoragePerBrokerGB = MaxOlderStorageGB / brokers,
        };
}

using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Catalog;

/// <summary>Zones, products and maintenance windows, from the emulated service and from documented responses.</summary>
public sealed class CatalogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiVersion.V2)]
    [InlineData(ApiVersion.V1)]
    public async Task Zones_are_listed_with_their_availability(ApiVersion version)
    {
        using EmulatedClient client = new(version);

        IReadOnlyList<AvailabilityZone> zones = await client.Client.Catalog.ListZonesAsync(Stop);

        Assert.Equal([true, true, true, false], zones.Select(zone => zone.IsAvailable));
        Assert.All(zones, zone => Assert.Equal(("test", client.Emulator.Region, zone.ZoneId), (zone.Context, zone.RegionId, zone.ToString())));
        Assert.Equal(client.Emulator.Region + "a", zones[0].Code);
        Assert.Equal(version == ApiVersion.V2 ? true : null, zones[0].IsDefault);
        Assert.Equal(version == ApiVersion.V2 ? long.MaxValue : null, zones[0].RemainingTime);
        Assert.Null(zones[0].AdditionalProperties);
    }

    [Fact]
    public async Task A_time_beyond_64_bits_saturates()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Documented("ListAvailableZones"));

        IReadOnlyList<AvailabilityZone> zones = await client.RunAsync(it => it.Catalog.ListZonesAsync(Stop));

        Assert.All(zones, zone => Assert.Equal(long.MaxValue, zone.RemainingTime));
    }

    [Theory]
    [InlineData(ApiVersion.V2)]
    [InlineData(ApiVersion.V1)]
    public async Task There_are_six_maintenance_windows_of_four_hours_in_both_versions(ApiVersion version)
    {
        using EmulatedClient client = new(version);

        IReadOnlyList<MaintenanceWindow> windows = await client.Client.Catalog.ListMaintenanceWindowsAsync(Stop);

        Assert.Equal(6, windows.Count);
        Assert.All(windows, window => Assert.Equal(4, (window.MaintenanceEnd!.Value - window.MaintenanceBegin!.Value + TimeSpan.FromDays(1)).TotalHours % 24));
        Assert.Equal("02:00-06:00", Assert.Single(windows, window => window.IsDefault == true).ToString());
    }

    [Fact]
    public async Task Limits_of_a_product_are_numbers()
    {
        using EmulatedClient client = new();
        IReadOnlyList<Product> products = await client.Client.Catalog.ListProductsAsync(cancellationToken: Stop);
        Assert.Equal(5, products.Count);

        Product small = products[0];
        Assert.Equal(("c6.2u4g.cluster", 3, 30, 250, 10000L), (small.ProductId, small.MinBrokerCount, small.MaxBrokerCount, small.MaxPartitionsPerBroker, small.MaxStoragePerBrokerGB));
        Assert.Equal(["1.1.0", "2.7", "3.x"], small.EngineVersions!);
        Assert.Equal((1, 10), (small.Features![0].MinTaskCount, small.Features[0].MaxTaskCount));
        Assert.Equal("dms.physical.storage.ultra.v2", small.Storages![1].StorageSpecCode);
        Assert.Single(small.Storages[1].UnavailableZones!);
        Assert.Equal("c6.4u8g.cluster", Assert.Single(await client.Client.Catalog.ListProductsAsync("c6.4u8g.cluster", Stop)).ProductId);
        Assert.Empty(await client.Client.Catalog.ListProductsAsync("c9.none", Stop));
    }

    [Fact]
    public async Task Older_products_have_limits_for_the_whole_instance()
    {
        using EmulatedClient client = new(ApiVersion.V1);
        IReadOnlyList<Product> products = await client.Client.Catalog.ListProductsAsync(cancellationToken: Stop);
        Assert.Equal(4, products.Count);

        Product small = Assert.Single(await client.Client.Catalog.ListProductsAsync("00300-30308-0--0", Stop));
        Assert.Equal(("cluster", "100MB", 300, 600L, 50000), (small.Type, small.Bandwidth, small.PartitionLimit, small.StorageSpaceGB, small.MaxTps));
        Assert.Equal(("dms.physical.storage.high", "SAS"), (small.Storages![0].StorageSpecCode, small.Storages[0].Type));
        Assert.Equal(["hourly"], small.ChargingModes!);
    }

    [Fact]
    public async Task A_product_with_two_charging_modes_is_listed_once()
    {
        using ScriptedClient client = new(options => options.ApiVersion = ApiVersion.V1);
        const string Engines = """[{"version":"2.7","values":[{"name":"cluster","detail":[{"product_id":"a","arch_type":"X86"}]},null]}]""";
        client.Then(Responses.Json($$"""{"Hourly":{{Engines}},"Monthly":{{Engines}}}"""));

        Product product = Assert.Single(await client.RunAsync(it => it.Catalog.ListProductsAsync(cancellationToken: Stop)));

        Assert.Equal(["hourly", "monthly"], product.ChargingModes!);
        Assert.Equal(["2.7"], product.EngineVersions!);
        Assert.Equal(["X86"], product.Architectures!);
    }

    [Fact]
    public async Task An_unknown_limit_is_kept()
    {
        using ScriptedClient client = new();
        client.Then(Responses.Json("""{"products":[{"product_id":"a","properties":{"max_broker":30,"max_dreams":"7"}}]}"""));

        Product product = Assert.Single(await client.RunAsync(it => it.Catalog.ListProductsAsync(cancellationToken: Stop)));

        Assert.Equal(30, product.MaxBrokerCount);
        Assert.Equal("7", product.AdditionalProperties!["max_dreams"]);
    }

    [Fact]
    public async Task The_documented_hierarchy_is_read_with_its_children()
    {
        using ScriptedClient client = new();
        client.Then(Responses.Documented("ShowCesHierarchy"));

        MetricHierarchy hierarchy = await client.RunAsync(it => it.Catalog.GetMetricHierarchyAsync("i", Stop));

        Assert.Equal(["broker-0", "broker-1", "broker-2"], hierarchy.Nodes!);
        Assert.Equal([0, 1], hierarchy.Topics!.Single(topic => topic.Topic == "mytest").Partitions!);
        Assert.Equal(["produced_messages", "partition_messages"], hierarchy.Dimensions!.Single(dimension => dimension.Name == "kafka_topics").Children![0].Metrics!);
        Assert.Null(hierarchy.AdditionalProperties);
    }

    [Fact]
    public async Task The_documented_products_of_both_versions_are_read()
    {
        using ScriptedClient newer = new(), older = new(options => options.ApiVersion = ApiVersion.V1);
        newer.Then(Responses.Documented("ListEngineProducts"));
        older.Then(Responses.Documented("ListProductsV1"));

        Assert.Equal(["1.1.0", "2.3.0"], (await newer.RunAsync(it => it.Catalog.ListProductsAsync(cancellationToken: Stop)))[4].EngineVersions!);
        Assert.Equal("1200MB", (await older.RunAsync(it => it.Catalog.ListProductsAsync(cancellationToken: Stop)))[3].Bandwidth);
    }

    [Fact]
    public async Task Hierarchy_and_cores_match_the_instance()
    {
        using EmulatedClient client = new();
        Instance instance = await client.FindAsync("kafka-prod");
        MetricHierarchy hierarchy = await client.Client.Catalog.GetMetricHierarchyAsync(instance.InstanceId!, Stop);
        Assert.Equal((instance.InstanceId, instance.BrokerCount), (hierarchy.InstanceId, hierarchy.Nodes!.Length));
        Assert.All(hierarchy.ConsumerGroups!, group => Assert.NotEmpty(group.Topics!));

        ProductCore core = await client.Client.Catalog.GetProductCoreAsync(instance.InstanceId!, "c6.4u8g.cluster", Stop);
        Assert.Equal((12, instance.InstanceId, "c6.4u8g.cluster"), (core.CoreCount, core.InstanceId, core.ProductId));
    }

    [Fact]
    public async Task A_response_without_its_list_is_unreadable()
    {
        using ScriptedClient client = new();
        client.Then(Responses.Json("{}"));

        Assert.Equal(DmsErrorKind.UnreadableResponse, (await client.FailAsync(it => it.Catalog.ListZonesAsync(Stop))).Kind);
    }
}

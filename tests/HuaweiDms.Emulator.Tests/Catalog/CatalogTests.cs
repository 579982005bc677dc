using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Catalog;

/// <summary>The catalog, and the creation rules that follow from it.</summary>
public sealed class CatalogTests
{
    [Fact]
    public async Task Remaining_time_of_a_zone_is_a_64_bit_integer()
    {
        using TestService service = new();
        JsonArray zones = (await service.GetAsync("/v2/available-zones")).Ok()["available_zones"]!.AsArray();
        Assert.All(zones, zone => Assert.Equal("9223372036854775807", zone!["remain_time"]!.ToJsonString()));
    }

    [Fact]
    public async Task Creating_an_instance_fails_in_a_sold_out_zone_only()
    {
        using TestService service = new();
        JsonArray zones = (await service.GetAsync("/v2/available-zones")).Ok()["available_zones"]!.AsArray();
        string soldOut = (string)zones.Single(zone => (bool)zone!["soldOut"]!)!["id"]!, open = (string)zones[0]!["id"]!;

        (await service.PostAsync("/v2/kafka/{project_id}/instances", In(soldOut))).Rejected(400, "DMS.00400055");
        (await service.PostAsync("/v2/kafka/{project_id}/instances", In(open))).Ok();
    }

    [Fact]
    public async Task Creating_an_IPv6_instance_fails_in_a_zone_without_IPv6()
    {
        using TestService service = new();
        JsonArray zones = (await service.GetAsync("/v2/available-zones")).Ok()["available_zones"]!.AsArray();
        string without = (string)zones.First(zone => !(bool)zone!["ipv6_enable"]! && !(bool)zone["soldOut"]!)!["id"]!;

        (await service.PostAsync("/v2/kafka/{project_id}/instances", In(without, ",\"ipv6_enable\":true"))).Rejected(400, "DMS.00400049");
        (await service.PostAsync("/v2/kafka/{project_id}/instances", In(without))).Ok();
    }

    [Fact]
    public async Task Creation_enforces_the_limits_listed_for_each_product()
    {
        using TestService service = new();
        HttpClient lawless = service.ConnectUnchecked();
        JsonArray products = (await service.GetAsync("/v2/kafka/products")).Ok()["products"]!.AsArray();

        Assert.Equal(5, products.Count);
        foreach (JsonNode? product in products)
        {
            string id = (string)product!["product_id"]!;
            int Limit(string name) => int.Parse((string)product["properties"]![name]!, System.Globalization.CultureInfo.InvariantCulture);
            int brokers = Limit("max_broker"), storage = brokers * Limit("max_storage_per_node");
            string name = "k" + id.Replace('.', '-');

            (await CreateAsync(name, id, brokers + 1, storage)).Rejected(400, "DMS.00400085");
            (await CreateAsync(name, id, Limit("min_broker") - 1, storage)).Rejected(400, "DMS.00400085");
            (await CreateAsync(name, id, brokers, storage + 1)).Rejected(400, "DMS.00400500");
            (await CreateAsync(name, id, brokers, storage)).Ok();
            service.Clock.Advance(TimeSpan.FromMinutes(20));
            JsonNode made = Assert.Single(await service.ListAsync($"&name={name}"))!;
            Assert.Equal((Limit("max_partition_per_broker") * brokers).ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)made["partition_num"]);
        }

        Task<Response> CreateAsync(string name, string id, int brokers, int storage)
            => lawless.AskAsync(HttpMethod.Post, service.Path("/v2/kafka/{project_id}/instances"), TestService.Order(name)
                .Replace("\"broker_num\":3", $"\"broker_num\":{brokers}", StringComparison.Ordinal)
                .Replace("\"storage_space\":300", $"\"storage_space\":{storage}", StringComparison.Ordinal)
                .Replace("c6.2u4g.cluster", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_catalog_path_responds_and_v1_returns_less()
    {
        using TestService service = new();
        Assert.Equal("22", (string?)(await service.GetAsync("/v2/instances/maintain-windows")).Ok()["maintain_windows"]![0]!["begin"]);
        Assert.Equal("22:00:00", (string?)(await service.GetAsync("/v1.0/instances/maintain-windows")).Ok()["maintain_windows"]![0]!["begin"]);
        Assert.Null((await service.GetAsync("/v1.0/availableZones")).Ok()["available_zones"]![0]!["default_az"]);
        JsonArray older = (await service.GetAsync("/v1.0/products?engine=kafka")).Ok()["Hourly"]![0]!["values"]![0]!["detail"]!.AsArray();
        Assert.Equal([2, 2, 1, 1], older.Select(product => product!["io"]!.AsArray().Count));
        Assert.Empty((await service.GetAsync("/v2/kafka/products?product_id=none")).Ok()["products"]!.AsArray());
    }

    [Theory]
    [InlineData("kafka-prod", "c6.2u4g.cluster", 6)]
    [InlineData("kafka-prod-payments", "c6.4u8g.cluster", 20)]
    public async Task Cores_are_counted_across_all_brokers(string name, string product, int cores)
    {
        using TestService service = new();
        string id = await service.IdOfAsync(name);
        Assert.Equal(cores, (int)(await service.GetAsync($"/v2/kafka/products/cores?instance_id={id}&product_id={product}")).Ok()["core_num"]!);
        (await service.GetAsync($"/v2/kafka/products/cores?instance_id={id}&product_id=none")).Rejected(400, "DMS.00400009");
        (await service.GetAsync($"/v2/kafka/products/cores?instance_id=00000000-1111-2222-3333-444444444444&product_id={product}")).Rejected(404, "DMS.00404022");
        (await service.GetAsync($"/v2/kafka/products/cores?instance_id=x&product_id={product}")).Rejected(400, "DMS.00400030");

        service.Client.DefaultRequestHeaders.Add("X-Project-Id", service.Project);
        (await service.GetAsync($"/v2/kafka/products/cores?instance_id={id}&product_id={product}")).Ok();
        service.Client.DefaultRequestHeaders.Remove("X-Project-Id");
        service.Client.DefaultRequestHeaders.Add("X-Project-Id", new string('0', 32));
        (await service.GetAsync($"/v2/kafka/products/cores?instance_id={id}&product_id={product}")).Rejected(404, "DMS.00404022");
    }

    [Fact]
    public async Task Metric_hierarchy_lists_the_brokers_of_the_instance()
    {
        using TestService service = new();
        JsonNode found = (await service.GetAsync($"/v2/{{project_id}}/instances/{await service.IdOfAsync("kafka-prod-payments")}/ces-hierarchy")).Ok();
        Assert.Equal(5, found["nodes"]!.AsArray().Count);
        Assert.Contains("orders", found["queues"]!.AsArray().Select(topic => (string?)topic!["name"]));
    }

    private static string In(string zone, string more = "")
        => TestService.Order("kafka-zone", more).Replace("63cb182a467c437daa0f001b7fa55fd0", zone, StringComparison.Ordinal);
}

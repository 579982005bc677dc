using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Instances;

public sealed class OlderVersionTests
{
    private const string Path = "/v1.0/{project_id}/instances";

    private const string Order =
        """
        {"name":"kafka-old","engine":"kafka","engine_version":"2.3.0","specification":"600MB","storage_space":2400,"partition_num":1800,
        "vpc_id":"v","security_group_id":"s","subnet_id":"n","available_zones":["63cb182a467c437daa0f001b7fa55fd0"],"product_id":"00300-30312-0--0",
        "kafka_manager_user":"test","kafka_manager_password":"Zxxxx-123","storage_spec_code":"dms.physical.storage.ultra",
        "maintain_begin":"22:00:00","maintain_end":"02:00:00"}
        """;

    [Theory]
    [InlineData("", 10)]
    [InlineData("?includeFailure=true", 12)]
    [InlineData("?includeFailure=yes", 10)]
    [InlineData("?engine=kafka&name=prod", 3)]
    [InlineData("?name=kafka-prod&exactMatchName=true", 1)]
    [InlineData("?start=1&limit=4", 4)]
    [InlineData("?start=9&limit=4", 2)]
    [InlineData("?start=1&limit=10&name=&status=&id=&includeFailure=true&exactMatchName=false", 10)]
    public async Task List_uses_the_v1_field_names(string query, int expected)
    {
        using TestService service = new();

        Assert.Equal(expected, (await service.GetAsync(Path + query)).Ok()["instances"]!.AsArray().Count);
    }

    [Fact]
    public async Task List_can_be_filtered_by_id()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-legacy");

        JsonNode found = Assert.Single((await service.GetAsync(Path + "?id=" + id)).Ok()["instances"]!.AsArray())!;

        Assert.Equal("kafka-legacy", (string?)found["name"]);
        Assert.Equal("admin", (string?)found["kafka_manager_user"]);
        Assert.Equal("100MB", (string?)found["specification"]);
        Assert.Null(found["broker_num"]);
    }

    [Fact]
    public async Task Instance_is_created_by_bandwidth_changed_and_deleted()
    {
        using TestService service = new();

        string id = (string)(await service.PostAsync(Path, Order)).Ok()["instance_id"]!;
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        (await service.PutAsync($"{Path}/{id}", """{"name":"kafka-older","maintain_begin":"02:00:00","maintain_end":"06:00:00"}""")).NoContent();
        JsonNode shown = (await service.GetAsync($"{Path}/{id}")).Ok();
        (await service.DeleteAsync($"{Path}/{id}")).NoContent();

        Assert.Equal("kafka-older", (string?)shown["name"]);
        Assert.Equal("600MB", (string?)shown["specification"]);
        Assert.Equal("1800", (string?)shown["partition_num"]);
        Assert.Equal(4, ((string)shown["connect_address"]!).Split(',').Length);
        Assert.Equal("DELETING", await service.StatusOfAsync(id));
    }

    [Fact]
    public async Task Creation_ignores_fields_of_v2()
    {
        using TestService service = new();
        string order = Order.Replace(
            "{",
            """{"connector_enable":true,"tenant_ips":["10.0.0.1"],"ipv6_enable":true,"disk_encrypted_enable":true,"bss_param":{"charging_mode":"prePaid"},"port_protocol":{"private_sasl_ssl_enable":true},""",
            StringComparison.Ordinal);

        JsonNode response = (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(Path), order)).Ok();
        service.Clock.Advance(TimeSpan.FromHours(1));
        JsonNode shown = (await service.GetAsync($"/v2/{{project_id}}/instances/{(string)response["instance_id"]!}")).Ok();

        Assert.Equal((false, false), ((bool)shown["connector_enable"]!, (bool)shown["ipv6_enable"]!));
        Assert.DoesNotContain("10.0.0.1", (string)shown["connect_address"]!, StringComparison.Ordinal);
        Assert.NotEqual("true", shown["disk_encrypted"]?.ToString());
        Assert.Equal(1, (int)shown["charging_mode"]!);
    }

    [Theory]
    [InlineData("\"600MB\"", "\"700MB\"", "DMS.00400085")]
    [InlineData("2400", "2399", "DMS.00400500")]
    [InlineData("1800", "1000", "DMS.00400085")]
    [InlineData("1800", "900", "DMS.00400085")]
    [InlineData("dms.physical.storage.ultra", "dms.physical.storage.high", "DMS.00400125")]
    [InlineData("\"storage_space\":2400", "\"storage_space\":2400,\"public_bandwidth\":\"3\"", "DMS.00400128")]
    [InlineData("\"storage_space\":2400", "\"storage_space\":2400,\"public_bandwidth\":\"1204\"", "DMS.00400128")]
    [InlineData("\"storage_space\":2400", "\"storage_space\":2400,\"public_bandwidth\":\"10\"", "DMS.00400128")]
    [InlineData("\"storage_space\":2400", "\"storage_space\":2400,\"public_bandwidth\":\"ten\"", "DMS.00400128")]
    [InlineData("\"storage_space\":2400", "\"storage_space\":2400,\"tags\":[{\"key\":\"a=b\"}]", "DMS.00400085")]
    [InlineData("\"Zxxxx-123\"", "\"short\"", "DMS.00400012")]
    [InlineData("\"kafka_manager_user\":\"test\",", "", "DMS.00400015")]
    [InlineData("\"maintain_end\":\"02:00:00\"", "\"maintain_end\":\"03:00:00\"", "DMS.00400106")]
    [InlineData("\"22:00:00\",\"maintain_end\":\"02:00:00\"", "\"21:00:00\",\"maintain_end\":\"01:00:00\"", "DMS.00400106")]
    public async Task Invalid_creation_is_rejected(string good, string bad, string code)
    {
        using TestService service = new();
        Assert.Contains(good, Order, StringComparison.Ordinal);

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(Path), Order.Replace(good, bad, StringComparison.Ordinal)))
            .Rejected(400, code);
    }

    [Fact]
    public async Task Batch_accepts_allFailure_but_not_all_failure()
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnchecked();
        string path = service.Path(Path + "/action");

        (await client.AskAsync(HttpMethod.Post, path, """{"action":"delete","all_failure":"kafka"}""")).Rejected(400, "DMS.00400065");
        (await service.PostAsync(Path + "/action", """{"action":"delete","allFailure":"kafka"}""")).NoContent();

        Assert.Equal(10, (await service.GetAsync(Path + "?includeFailure=true")).Ok()["instances"]!.AsArray().Count);
    }

    [Fact]
    public async Task Batch_restarts_instances()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        JsonNode response = (await service.PostAsync(Path + "/action", TestService.Batch("restart", id))).Ok();

        Assert.Equal("success", (string?)response["results"]![0]!["result"]);
        Assert.Equal("RESTARTING", await service.StatusOfAsync(id));
    }
}

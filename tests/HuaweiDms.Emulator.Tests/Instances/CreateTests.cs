using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Instances;

public sealed class CreateTests
{
    private const string Path = "/v2/kafka/{project_id}/instances";

    [Fact]
    public async Task New_instance_gets_addresses_when_its_creation_completes()
    {
        using TestService service = new();

        string id = await service.CreateAsync("kafka-new");
        JsonNode young = (await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok();
        service.Clock.Advance(TimeSpan.FromSeconds(480 / 90.0));
        JsonNode grown = (await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok();

        Assert.Equal("CREATING", (string?)young["status"]);
        Assert.Null(young["cross_vpc_info"]);
        Assert.Equal("RUNNING", (string?)grown["status"]);
        Assert.Equal(3, JsonNode.Parse((string)grown["cross_vpc_info"]!)!.AsObject().Count);
        Assert.Equal(service.Clock.UtcNow.ToUnixTimeMilliseconds(), long.Parse((string)grown["created_at"]!, null));
    }

    [Fact]
    public async Task Newer_path_creates_the_same_instance()
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnchecked();
        string path = service.Path("/v2/{project_id}/kafka/instances");

        string id = (string)(await client.AskAsync(HttpMethod.Post, path, TestService.Order("kafka-new"))).Ok()["instance_id"]!;

        Assert.Equal("CreateInstanceByEngine", service.Emulator.Requests[^1].Operation);
        Assert.Equal("CREATING", await service.StatusOfAsync(id));
        (await client.AskAsync(HttpMethod.Post, path, TestService.Order("kafka-new"))).Rejected(400, "DMS.00400060");
    }

    [Fact]
    public async Task Created_instance_shows_the_requested_values()
    {
        using TestService service = new();
        string id = await service.CreateAsync("kafka-new", """
            ,"description":"the \"new\" one","maintain_begin":"22:00","maintain_end":"02:00","ssl_enable":true,
            "access_user":"app-user","password":"Secret-Word-1","sasl_enabled_mechanisms":["SCRAM-SHA-512"],"vpc_client_plain":true,
            "enable_publicip":true,"publicip_id":"a,b,c","retention_policy":"time_base","enable_auto_topic":true,
            "disk_encrypted_enable":true,"disk_encrypted_key":"key-1","enterprise_project_id":"ep-1","tenant_ips":["10.0.0.7"],
            "tags":[{"key":"env","value":"test"},{"key":"empty"}],"arch_type":"X86","bss_param":{"charging_mode":"postPaid"}
            """);
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        Response response = await service.GetAsync("/v2/{project_id}/instances/" + id);

        JsonNode shown = response.Ok();
        Assert.Equal("the \"new\" one", (string?)shown["description"]);
        Assert.Equal("22:00:00", (string?)shown["maintain_begin"]);
        Assert.Equal("02:00:00", (string?)shown["maintain_end"]);
        Assert.Equal("SASL_SSL", (string?)shown["kafka_security_protocol"]);
        Assert.Equal("SCRAM-SHA-512", (string?)Assert.Single(shown["sasl_enabled_mechanisms"]!.AsArray()));
        Assert.True((bool)shown["vpc_client_plain"]!);
        Assert.True((bool)shown["enable_publicip"]!);
        Assert.Equal("time_base", (string?)shown["retention_policy"]);
        Assert.True((bool)shown["enable_auto_topic"]!);
        Assert.Equal("key-1", (string?)shown["disk_encrypted_key"]);
        Assert.Equal("ep-1", (string?)shown["enterprise_project_id"]);
        Assert.StartsWith("10.0.0.7,", (string?)shown["connect_address"]);
        Assert.Equal(2, shown["tags"]!.AsArray().Count);
        Assert.Equal(1, (int)shown["charging_mode"]!);
        Assert.DoesNotContain("Secret-Word-1", response.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"private_plain_enable\":true,\"private_sasl_plaintext_enable\":true,\"public_sasl_ssl_enable\":true", "SASL_PLAINTEXT", 9093)]
    [InlineData("\"private_plain_enable\":true,\"public_sasl_ssl_enable\":true", "PLAINTEXT", 9092)]
    [InlineData("\"private_sasl_ssl_enable\":true", "SASL_SSL", 9093)]
    public async Task Access_modes_override_the_protocol_and_determine_that_for_other_VPCs(
        string ports, string protocol, int port)
    {
        using TestService service = new();
        string id = await service.CreateAsync("kafka-new", $$"""
            ,"ssl_enable":true,"access_user":"app-user","password":"Secret-Word-1","kafka_security_protocol":"SASL_SSL",
            "enable_publicip":true,"publicip_id":"a,b,c","port_protocol":{{{ports}}}
            """);
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        JsonNode shown = (await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok();

        Assert.Equal(protocol, (string?)shown["kafka_security_protocol"]);
        Assert.Equal(port, (int)shown["port"]!);
        Assert.True((bool)shown["ssl_enable"]!);
    }

    [Fact]
    public async Task Requested_address_is_not_assigned_to_another_broker()
    {
        using TestService service = new(options => options.Empty = true);
        await service.CreateAsync("kafka-one", """,  "tenant_ips":["192.168.0.5","192.168.0.8"]""");
        await service.CreateAsync("kafka-two");
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        string[] given = [.. (await service.ListAsync()).SelectMany(instance => ((string)instance!["connect_address"]!).Split(','))];

        Assert.Equal(6, given.Distinct(StringComparer.Ordinal).Count());
        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(Path), TestService.Order("kafka-three", """,  "tenant_ips":["192.168.0.8"]""")))
            .Rejected(400, "DMS.00400085");
    }

    [Fact]
    public async Task Creation_with_a_name_starting_with_fail_fails()
    {
        using TestService service = new(options => options.Empty = true);

        string id = await service.CreateAsync("fail-this");
        Assert.Single(await service.ListAsync());
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("CREATEFAILED", await service.StatusOfAsync(id));
        Assert.Empty(await service.ListAsync());
        Assert.Single(await service.ListAsync("&include_failure=true"));
    }

    [Fact]
    public async Task Yearly_or_monthly_instance_does_not_exist_before_its_order_is_processed()
    {
        using TestService service = new(options => options.Empty = true);

        string id = await service.CreateAsync("kafka-new", """,  "bss_param":{"charging_mode":"prePaid","period_type":"month","period_num":9}""");
        (await service.GetAsync("/v2/{project_id}/instances/" + id)).Rejected(404, "DMS.00404022");
        Assert.Empty(await service.ListAsync());
        service.Clock.Advance(TimeSpan.FromSeconds(60 / 90.0));
        Assert.Equal("CREATING", await service.StatusOfAsync(id));
        service.Clock.Advance(TimeSpan.FromSeconds(480 / 90.0));

        JsonNode shown = (await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok();
        Assert.Equal("RUNNING", (string?)shown["status"]);
        Assert.Equal(0, (int)shown["charging_mode"]!);
        Assert.NotEmpty((string)shown["order_id"]!);
    }

    [Fact]
    public async Task Name_can_be_reused_while_its_instance_is_being_deleted()
    {
        using TestService service = new();

        (await service.PostAsync(Path, TestService.Order("kafka-dev"))).Rejected(400, "DMS.00400060");
        (await service.DeleteAsync("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev"))).NoContent();

        await service.CreateAsync("kafka-dev");
    }

    [Fact]
    public async Task Engine_version_can_be_a_number()
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnchecked();
        string order = TestService.Order("kafka-new").Replace("\"2.7\"", "2.7", StringComparison.Ordinal);

        string id = (string)(await client.AskAsync(HttpMethod.Post, service.Path(Path), order)).Ok()["instance_id"]!;

        Assert.Equal("2.7", (string?)(await client.AskAsync(service.Path("/v2/{project_id}/instances/") + id)).Ok()["engine_version"]);
    }

    [Fact]
    public async Task Zone_names_match_zone_ids_in_any_order()
    {
        using TestService service = new();

        string id = await service.CreateAsync("kafka-new", """ ,"available_zones":["22d4520bb0ca439fa44add8a00e22fd7"] """);

        Assert.Equal("AZ2", (string?)Assert.Single((await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok()["available_zone_names"]!.AsArray()));
    }

    [Theory]
    [InlineData("\"name\":\"kafka-new\"", "\"name\":\"abc\"", "DMS.00400010")]
    [InlineData("\"name\":\"kafka-new\"", "\"name\":\"1kafka\"", "DMS.00400010")]
    [InlineData("\"name\":\"kafka-new\"", "\"name\":\"kafka new\"", "DMS.00400010")]
    [InlineData("\"name\":\"kafka-new\"", "\"name\":\"kafka-new\\n\"", "DMS.00400010")]
    [InlineData("\"name\":\"kafka-new\",", "", "DMS.00400010")]
    [InlineData("\"name\":\"kafka-new\"", "\"name\":null", "DMS.00400010")]
    [InlineData("\"name\":\"kafka-new\"", "\"name\":17", "DMS.00400085")]
    [InlineData("\"name\":\"kafka-new\"", "\"name\":\"\\ud800abcd\"", "DMS.00400085")]
    [InlineData("\"engine\":\"kafka\"", "\"engine\":\"rabbitmq\"", "DMS.00400007")]
    [InlineData("\"engine\":\"kafka\",", "", "DMS.00400085")]
    [InlineData("\"engine_version\":\"2.7\",", "", "DMS.00400008")]
    [InlineData("\"broker_num\":3,", "", "DMS.00400085")]
    [InlineData("\"broker_num\":3", "\"broker_num\":0", "DMS.00400085")]
    [InlineData("\"broker_num\":3", "\"broker_num\":2.5", "DMS.00400085")]
    [InlineData("\"broker_num\":3", "\"broker_num\":\"3\"", "DMS.00400085")]
    [InlineData("\"storage_space\":300", "\"storage_space\":299", "DMS.00400500")]
    [InlineData("\"storage_space\":300", "\"storage_space\":300001", "DMS.00400500")]
    [InlineData("\"storage_space\":300", "\"storage_space\":301", "DMS.00400500")]
    [InlineData("\"storage_space\":300", "\"storage_space\":30003", "DMS.00400500")]
    [InlineData("\"broker_num\":3", "\"broker_num\":4", "DMS.00400500")]
    [InlineData("\"storage_space\":300,", "", "DMS.00400085")]
    [InlineData("\"vpc_id\":\"vpc-1\"", "\"vpc_id\":\"\"", "DMS.00400013")]
    [InlineData("\"security_group_id\":\"sg-1\",", "", "DMS.00400014")]
    [InlineData("\"subnet_id\":\"subnet-1\",", "", "DMS.00400016")]
    [InlineData("[\"63cb182a467c437daa0f001b7fa55fd0\"]", "[]", "DMS.00400067")]
    [InlineData("[\"63cb182a467c437daa0f001b7fa55fd0\"]", "[\"\"]", "DMS.00400067")]
    [InlineData("[\"63cb182a467c437daa0f001b7fa55fd0\"]", "[\"63cb182a467c437daa0f001b7fa55fd0\",\"22d4520bb0ca439fa44add8a00e22fd7\"]", "DMS.00400067")]
    [InlineData("[\"63cb182a467c437daa0f001b7fa55fd0\"]", "\"63cb182a467c437daa0f001b7fa55fd0\"", "DMS.00400085")]
    [InlineData("\"c6.2u4g.cluster\"", "\"\"", "DMS.00400009")]
    [InlineData("\"dms.physical.storage.ultra.v2\"", "null", "DMS.00400125")]
    [InlineData("\"engine_version\":\"2.7\"", "\"engine_version\":\"9.9\"", "DMS.00400008")]
    [InlineData("\"c6.2u4g.cluster\"", "\"no.such\"", "DMS.00400009")]
    [InlineData("\"c6.2u4g.cluster\"", "\"00300-30308-0--0\"", "DMS.00400009")]
    [InlineData("\"dms.physical.storage.ultra.v2\"", "\"dms.physical.storage.ultra\"", "DMS.00400125")]
    [InlineData("[\"63cb182a467c437daa0f001b7fa55fd0\"]", "[\"AZ1\"]", "DMS.00400042")]
    [InlineData("\"broker_num\":3", "\"broker_num\":3,\"bss_param\":{\"charging_mode\":\"postPaid\",\"is_auto_renew\":\"yes\"}", "DMS.00400085")]
    [InlineData("\"broker_num\":3", "\"broker_num\":3,\"bss_param\":{\"charging_mode\":\"postPaid\",\"is_auto_pay\":1}", "DMS.00400085")]
    public async Task Invalid_creation_is_rejected_with_the_documented_code(string good, string bad, string code)
    {
        using TestService service = new(options => options.Empty = true);
        HttpClient client = service.ConnectUnchecked();

        string order = TestService.Order("kafka-new");
        Assert.Contains(good, order, StringComparison.Ordinal);
        (await client.AskAsync(HttpMethod.Post, service.Path(Path), order.Replace(good, bad, StringComparison.Ordinal))).Rejected(400, code);

        Assert.Empty(await service.ListAsync("&include_failure=true"));
    }

    [Theory]
    [InlineData("\"description\":\"{1025}\"", "DMS.00400011")]
    [InlineData("\"maintain_begin\":\"22:00\"", "DMS.00400106")]
    [InlineData("\"maintain_begin\":\"22:00\",\"maintain_end\":\"25:00\"", "DMS.00400106")]
    [InlineData("\"maintain_begin\":\"2am\",\"maintain_end\":\"06:00\"", "DMS.00400106")]
    [InlineData("\"ssl_enable\":true", "DMS.00400015")]
    [InlineData("\"ssl_enable\":true,\"access_user\":\"app-user\"", "DMS.00400012")]
    [InlineData("\"ssl_enable\":true,\"access_user\":\"app\",\"password\":\"Secret-Word-1\"", "DMS.00400015")]
    [InlineData("\"ssl_enable\":true,\"access_user\":\"app-user\",\"password\":\"lettersonly\"", "DMS.00400012")]
    [InlineData("\"ssl_enable\":true,\"access_user\":\"app-user\",\"password\":\"-Secret-Word-1\"", "DMS.00400012")]
    [InlineData("\"ssl_enable\":true,\"access_user\":\"App-User1\",\"password\":\"App-User1\"", "DMS.00400012")]
    [InlineData("\"ssl_enable\":\"true\"", "DMS.00400085")]
    [InlineData("\"kafka_security_protocol\":\"PLAINTEXT\"", "DMS.00400085")]
    [InlineData("\"sasl_enabled_mechanisms\":[\"GSSAPI\"]", "DMS.00400085")]
    [InlineData("\"enable_publicip\":true", "DMS.00400128")]
    [InlineData("\"retention_policy\":\"keep\"", "DMS.00400085")]
    [InlineData("\"disk_encrypted_enable\":true", "DMS.00400136")]
    [InlineData("\"tenant_ips\":[\"10.0.0.1\",\"10.0.0.2\",\"10.0.0.3\",\"10.0.0.4\"]", "DMS.00400085")]
    [InlineData("\"tenant_ips\":[\"ten\"]", "DMS.00400085")]
    [InlineData("\"tenant_ips\":[\"7\"]", "DMS.00400085")]
    [InlineData("\"tenant_ips\":[\"fd00::1\"]", "DMS.00400085")]
    [InlineData("\"tenant_ips\":[\"10.0.0.1\",\"10.0.0.1\"]", "DMS.00400085")]
    [InlineData("\"arch_type\":\"Z80\"", "DMS.00400085")]
    [InlineData("\"tags\":[{\"key\":\"\"}]", "DMS.00400085")]
    [InlineData("\"tags\":[{\"key\":\"_sys_x\"}]", "DMS.00400085")]
    [InlineData("\"tags\":[{\"key\":\"a\"},{\"key\":\"a\"}]", "DMS.00400085")]
    [InlineData("\"tags\":[\"a\"]", "DMS.00400085")]
    [InlineData("\"tags\":[{\"key\":\"a/b\"}]", "DMS.00400085")]
    [InlineData("\"tags\":[{\"key\":\"a\",\"value\":\"b,c\"}]", "DMS.00400085")]
    [InlineData("\"port_protocol\":{\"private_sasl_ssl_enable\":true,\"private_sasl_plaintext_enable\":true}", "DMS.00400085")]
    [InlineData("\"port_protocol\":{\"private_plain_enable\":true,\"public_plain_enable\":true}", "DMS.00400085")]
    [InlineData("\"port_protocol\":{\"private_plain_enable\":true,\"private_sasl_ssl_enable\":true}", "DMS.00400085")]
    [InlineData("\"port_protocol\":{}", "DMS.00400085")]
    [InlineData("\"enable_publicip\":true,\"publicip_id\":\"a\",\"port_protocol\":{\"public_plain_enable\":true}", "DMS.00400085")]
    [InlineData("\"bss_param\":{\"charging_mode\":\"later\"}", "DMS.00400085")]
    [InlineData("\"bss_param\":{\"charging_mode\":\"prePaid\"}", "DMS.00400047")]
    [InlineData("\"bss_param\":{\"charging_mode\":\"prePaid\",\"period_type\":\"month\"}", "DMS.00400038")]
    [InlineData("\"bss_param\":{\"charging_mode\":\"prePaid\",\"period_type\":\"month\",\"period_num\":10}", "DMS.00400126")]
    [InlineData("\"bss_param\":{\"charging_mode\":\"prePaid\",\"period_type\":\"year\",\"period_num\":4}", "DMS.00400126")]
    public async Task Invalid_optional_field_is_rejected_with_the_documented_code(string field, string code)
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnchecked();
        string order = TestService.Order("kafka-new", "," + field.Replace("{1025}", new string('x', 1025), StringComparison.Ordinal));

        (await client.AskAsync(HttpMethod.Post, service.Path(Path), order)).Rejected(400, code);
    }

    [Theory]
    [InlineData("", "DMS.00400004")]
    [InlineData("{", "DMS.00400005")]
    [InlineData("[]", "DMS.00400005")]
    [InlineData("{} {}", "DMS.00400005")]
    [InlineData("null", "DMS.00400005")]
    [InlineData("name=kafka", "DMS.00400005")]
    public async Task Body_that_is_not_an_object_is_rejected(string body, string code)
    {
        using TestService service = new();

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(Path), body)).Rejected(400, code);
    }

    [Fact]
    public async Task Same_requests_produce_the_same_ids_in_every_run()
    {
        using TestService one = new(), two = new(), other = new(options => options.Seed = 2);

        string id = await one.CreateAsync("kafka-new");

        Assert.Equal(id, await two.CreateAsync("kafka-new"));
        Assert.NotEqual(id, await other.CreateAsync("kafka-new"));
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);
    }
}

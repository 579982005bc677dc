using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.SmartConnect;

/// <summary>Enabling and disabling Smart Connect: 5.3.1, 5.3.2, 7.2.4.2.</summary>
public sealed class SmartConnectTests
{
    private const string Extending = "EXTENDING";

    [Theory]
    [InlineData("""{"node_cnt":3}""", 3)]
    [InlineData("""{"node_cnt":"4"}""", 4)]
    [InlineData("{}", 2)]
    public async Task Smart_Connect_is_available_when_the_instance_is_running_again(string body, int nodes)
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        JsonNode response = (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(Path(id)), body)).Ok();
        JsonNode during = await ShowAsync(service, id);
        service.Clock.Advance(TimeSpan.FromMinutes(6));
        JsonNode after = await ShowAsync(service, id);

        Assert.Equal((Extending, false, ""), ((string?)during["status"], (bool)during["connector_enable"]!, (string?)during["connector_id"]));
        Assert.Equal(("RUNNING", true, nodes), ((string?)after["status"], (bool)after["connector_enable"]!, (int)after["connector_node_num"]!));
        Assert.Equal((string?)response["connector_id"], (string?)after["connector_id"]);
    }

    [Theory]
    [InlineData("kafka-prod", "{}", 404, "DMS.00404027")]
    [InlineData("kafka-legacy", "{}", 400, "DMS.00400026")]
    [InlineData("kafka-dev", """{"node_cnt":1}""", 400, "DMS.00400085")]
    [InlineData("kafka-dev", """{"node_cnt":"two"}""", 400, "DMS.00400085")]
    [InlineData("kafka-dev", """{"specification":"100MB"}""", 400, "DMS.00400085")]
    public async Task Invalid_enabling_is_rejected(string name, string body, int status, string code)
    {
        using TestService service = new();

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(Path(await service.IdOfAsync(name))), body)).Rejected(status, code);
    }

    [Fact]
    public async Task Only_an_older_instance_requires_the_node_type()
    {
        using TestService service = new();
        const string Order =
            """
            {"name":"kafka-old","engine":"kafka","engine_version":"1.1.0","specification":"100MB","storage_space":600,"partition_num":300,
            "vpc_id":"v","security_group_id":"s","subnet_id":"n","available_zones":["63cb182a467c437daa0f001b7fa55fd0"],
            "product_id":"00300-30308-0--0","kafka_manager_user":"test","kafka_manager_password":"Zxxxx-123",
            "storage_spec_code":"dms.physical.storage.ultra"}
            """;
        string id = (string)(await service.PostAsync("/v1.0/{project_id}/instances", Order)).Ok()["instance_id"]!;
        service.Clock.Advance(TimeSpan.FromMinutes(20));

        (await service.PostAsync(Path(id), """{"specification":"100MB","node_cnt":2}""")).Rejected(400, "DMS.00400125");
        (await service.PostAsync(Path(id), """{"specification":"100MB","node_cnt":2,"spec_code":"kafka.c3.mini.connector"}""")).Ok();
    }

    [Fact]
    public async Task Instance_can_be_created_with_Smart_Connect()
    {
        using TestService service = new();
        string body = """{"name":"kafka-new","engine":"kafka","engine_version":"2.7","broker_num":3,"storage_space":300,"product_id":"c6.2u4g.cluster","storage_spec_code":"dms.physical.storage.ultra.v2","vpc_id":"v","subnet_id":"s","security_group_id":"g","available_zones":["63cb182a467c437daa0f001b7fa55fd0"],"connector_enable":true}""";
        string id = (string)(await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path("/v2/kafka/{project_id}/instances"), body)).Ok()["instance_id"]!;

        Assert.NotEmpty((string)(await ShowAsync(service, id))["connector_id"]!);
    }

    [Fact]
    public async Task Smart_Connect_can_be_disabled_only_without_tasks()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        string off = $"/v2/{{project_id}}/kafka/instances/{id}/delete-connector";
        (await service.SendAsync(HttpMethod.Post, off, null)).Rejected(500, "DMS.00501012");
        await DeleteTasksAsync(service, id);

        (await service.SendAsync(HttpMethod.Post, off, null)).Ok();

        Assert.Equal("CONNECTOR_DELETING", (string?)(await ShowAsync(service, id))["status"]);
        (await service.SendAsync(HttpMethod.Post, off, null)).Rejected(400, "DMS.00400026");
        service.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.False((bool)(await ShowAsync(service, id))["connector_enable"]!);
        (await service.SendAsync(HttpMethod.Post, off, null)).Rejected(404, "DMS.00404024");
    }

    [Fact]
    public async Task Only_prepaid_nodes_are_cancelled_by_an_order()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-analytics");
        string order = $"/v2/{{project_id}}/kafka/instances/{id}/delete-connector-order";
        await DeleteTasksAsync(service, id);

        (await service.SendAsync(HttpMethod.Post, $"/v2/{{project_id}}/kafka/instances/{id}/delete-connector", null)).Rejected(400, "DMS.00400062");
        (await service.PostAsync(order, """{"instance_id":"other"}""")).Rejected(400, "DMS.00400085");
        Assert.StartsWith("CS", (string)(await service.PostAsync(order, $$"""{"instance_id":"{{id}}"}""")).Ok()["order_id"]!, StringComparison.Ordinal);

        Assert.Equal("CONNECTOR_DELETING", (string?)(await ShowAsync(service, id))["status"]);
    }

    [Fact]
    public async Task Smart_Connect_is_kept_in_the_state_file()
    {
        string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        try
        {
            string before;
            using (TestService service = new(options => options.Path = path))
            {
                string id = await service.IdOfAsync("kafka-prod");
                await service.PutAsync($"/v2/{{project_id}}/instances/{id}/connector/tasks/{await FirstTaskAsync(service, id)}/pause", "");
                service.Clock.Advance(TimeSpan.FromMinutes(1));
                before = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/connector/tasks")).Text;
            }

            using TestService again = new(options => options.Path = path);
            again.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(before, (await again.GetAsync($"/v2/{{project_id}}/instances/{await again.IdOfAsync("kafka-prod")}/connector/tasks")).Text);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Path(string id) => $"/v2/{{project_id}}/instances/{id}/connector";

    private static async Task<JsonNode> ShowAsync(TestService service, string id) => (await service.GetAsync($"/v2/{{project_id}}/instances/{id}")).Ok();

    private static async Task<string> FirstTaskAsync(TestService service, string id)
        => (string)(await service.GetAsync($"/v2/{{project_id}}/instances/{id}/connector/tasks")).Ok()["tasks"]![0]!["id"]!;

    private static async Task DeleteTasksAsync(TestService service, string id)
    {
        JsonNode list = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/connector/tasks")).Ok();
        foreach (JsonNode? task in list["tasks"]!.AsArray())
            (await service.DeleteAsync($"/v2/{{project_id}}/instances/{id}/connector/tasks/{task!["id"]}")).NoContent();
    }
}

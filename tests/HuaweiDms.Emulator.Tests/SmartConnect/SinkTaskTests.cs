using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.SmartConnect;

/// <summary>Dump tasks: 7.2.4.1 and 7.2.4.3 to 7.2.4.6.</summary>
public sealed class SinkTaskTests
{
    private const string Body = """
        {"source_type":"BLOB","task_name":"dump-1","destination_type":"OBS","obs_destination_descriptor":{"consumer_strategy":"latest","destination_file_type":"TEXT","access_key":"AK","secret_key":"SK","obs_bucket_name":"b","partition_format":"yyyy","deliver_time_interval":300,"topics":"pay.*"}}
        """;

    [Fact]
    public async Task Dump_tasks_are_the_Smart_Connect_tasks_that_write_to_OBS()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-prod");
        string id = (string)(await service.PostAsync(path, Body)).Ok()["task_id"]!;

        JsonNode list = (await service.GetAsync(path)).Ok();
        JsonNode task = (await service.GetAsync($"/v2/{{project_id}}/instances/{await service.IdOfAsync("kafka-prod")}/connector/tasks/{id}")).Ok();

        Assert.Equal(["audit-archive", "clicks-archive", "dump-1"], list["tasks"]!.AsArray().Select(task => (string?)task!["task_name"]));
        Assert.Equal(("pay.*", null), ((string?)task["topics_regex"], task["topics"]));
        (await service.DeleteAsync($"{path}/{id}")).NoContent();
        (await service.GetAsync($"{path}/{id}")).Rejected(404, "DMS.00404026");
    }

    [Fact]
    public async Task Running_task_has_no_lag_and_a_paused_one_falls_behind()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-prod");
        JsonArray tasks = (await service.GetAsync(path)).Ok()["tasks"]!.AsArray();
        string id = (string)(await service.PostAsync(path, Body)).Ok()["task_id"]!;
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(["7", "7", "7"], await LagsAsync(service, $"{path}/{tasks[0]!["task_id"]}"));
        Assert.All(await LagsAsync(service, $"{path}/{tasks[1]!["task_id"]}"), lag => Assert.Equal("24", lag));
        Assert.Equal(["0", "0", "0"], await LagsAsync(service, $"{path}/{id}"));
        Assert.Null((await service.GetAsync($"{path}/{id}")).Ok()["topics_info"]);
    }

    [Theory]
    [InlineData("kafka-analytics", 10, true)]
    [InlineData("kafka-analytics", 18, true)]
    [InlineData("kafka-analytics", 9, false)]
    [InlineData("kafka-analytics", 19, false)]
    [InlineData("kafka-prod", 19, false)]
    public async Task Task_quota_can_grow_up_to_the_maximum(string name, int limit, bool isAllowed)
    {
        using TestService service = new();
        Response response = await service.PutAsync(await PathAsync(service, name), $$"""{"sink_max_tasks":{{limit}}}""");

        if (isAllowed)
            response.NoContent();
        else
            response.Rejected(400, "DMS.00400133");
    }

    [Theory]
    [InlineData("BLOB", "FILE")]
    [InlineData("\"OBS\"", "\"FTP\"")]
    [InlineData("\"topics\":\"pay.*\"", "\"topics\":\"\"")]
    [InlineData("\"deliver_time_interval\":300,", "")]
    [InlineData("\"partition_format\"", "\"obs_path\":\"v1.2/raw\",\"partition_format\"")]
    public async Task Invalid_request_is_rejected(string part, string instead)
    {
        using TestService service = new();
        Response response = await service.ConnectUnchecked().AskAsync(
            HttpMethod.Post, service.Path(await PathAsync(service, "kafka-prod")), Body.Replace(part, instead, StringComparison.Ordinal));

        Assert.Equal(400, response.Status);
    }

    [Fact]
    public async Task Regular_expression_can_be_in_its_own_field()
    {
        using TestService service = new();
        string body = Body.Replace("\"topics\":", "\"topics_regex\":", StringComparison.Ordinal);

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(await PathAsync(service, "kafka-prod")), body)).Ok();
    }

    [Fact]
    public async Task Topic_info_parameter_must_be_true_or_false()
    {
        using TestService service = new();
        string path = service.Path($"/v2/{{project_id}}/connectors/{HuaweiDms.Emulator.State.IdGenerator.ForName("connector/kafka-prod")}/sink-tasks/{HuaweiDms.Emulator.State.IdGenerator.ForName("connector/kafka-prod/audit-archive")}");

        (await service.ConnectUnchecked().AskAsync(path + "?topic-info=1")).Rejected(400, "DMS.00400062");
        (await service.ConnectUnchecked().AskAsync(path + "?topic-info=false")).Ok();
    }

    [Fact]
    public async Task Unknown_id_is_not_found()
    {
        using TestService service = new();

        (await service.GetAsync("/v2/{project_id}/connectors/00000000-1111-2222-3333-444444444444/sink-tasks")).Rejected(404, "DMS.00404024");
    }

    private static async Task<string> PathAsync(TestService service, string name)
        => $"/v2/{{project_id}}/connectors/{(string?)(await service.GetAsync($"/v2/{{project_id}}/instances/{await service.IdOfAsync(name)}")).Ok()["connector_id"]}/sink-tasks";

    private static async Task<string[]> LagsAsync(TestService service, string path)
        => [.. (await service.GetAsync(path + "?topic-info=true")).Ok()["topics_info"]![0]!["partitions"]!.AsArray().Select(partition => (string)partition!["lag"]!)];
}

using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.SmartConnect;

/// <summary>Smart Connect tasks: 5.3.3 to 5.3.9.</summary>
public sealed class SmartConnectTaskTests
{
    private const string Obs = """
        "sink_task":{"consumer_strategy":"earliest","destination_file_type":"TEXT","deliver_time_interval":300,"access_key":"AK","secret_key":"SK","obs_bucket_name":"b","obs_path":"p","partition_format":"yyyy/MM/dd/HH/mm","record_delimiter":"\\n","store_keys":false}
        """;

    [Fact]
    public async Task Task_runs_after_its_creation_and_shows_no_secret()
    {
        using TestService service = new();
        string path = await PathAsync(service);

        Response created = await service.PostAsync(path, Dump("dump-1", "payments"));
        string id = (string)created.Ok()["id"]!;

        Assert.Equal(("CREATING", "NONE", null), ((string?)created.Json!["status"], (string?)created.Json["source_type"], created.Json["source_task"]));
        Assert.DoesNotContain("\"SK\"", created.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("access_key", created.Text, StringComparison.Ordinal);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("RUNNING", await StatusAsync(service, path, id));
    }

    [Fact]
    public async Task List_has_pages_and_shows_the_limits()
    {
        using TestService service = new();
        JsonNode list = (await service.GetAsync(await PathAsync(service) + "?offset=1&limit=1")).Ok();

        Assert.Equal("audit-archive", (string?)Assert.Single(list["tasks"]!.AsArray())!["task_name"]);
        Assert.Equal((3, 18, 18), ((int)list["total_number"]!, (int)list["max_tasks"]!, (int)list["quota_tasks"]!));
    }

    [Fact]
    public async Task Peer_of_the_account_shows_its_addresses()
    {
        using TestService service = new();
        string peer = await service.IdOfAsync("kafka-analytics");

        JsonNode source = (await service.PostAsync(await PathAsync(service), Copy($"\"instance_id\":\"{peer}\""))).Ok()["source_task"]!;

        Assert.Equal(6, ((string)source["bootstrap_servers"]!).Split(',').Length);
        Assert.Equal((peer, "PLAINTEXT", 3, 2), ((string?)source["instance_id"], (string?)source["security_protocol"], (int)source["replication_factor"]!, (int)source["task_num"]!));
    }

    [Fact]
    public async Task Peer_addresses_use_an_enabled_port()
    {
        using TestService service = new();
        string peer = await service.IdOfAsync("kafka-prod-orders");

        JsonNode source = (await service.PostAsync(await PathAsync(service), Copy($"\"instance_id\":\"{peer}\""))).Ok()["source_task"]!;

        Assert.All(((string)source["bootstrap_servers"]!).Split(','), server => Assert.EndsWith(":9093", server, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"task_name":"a","sink_type":"OBS_SINK"}""", "DMS.00400085")]
    [InlineData("""{"task_name":"good-name"}""", "DMS.40001016")]
    [InlineData("""{"task_name":"good-name","source_type":"KAFKA_REPLICATOR_SOURCE","sink_type":"OBS_SINK"}""", "DMS.40001016")]
    [InlineData("""{"task_name":"good-name","source_type":"MYSQL"}""", "DMS.00400085")]
    [InlineData("""{"task_name":"good-name","sink_type":"OBS_SINK"}""", "DMS.00400085")]
    public async Task Incompatible_source_and_sink_are_rejected(string body, string code)
    {
        using TestService service = new();

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(await PathAsync(service)), body)).Rejected(400, code);
    }

    [Theory]
    [InlineData("\"secret\"", "\"secret\"", 200)]
    [InlineData("7", "\"secret\"", 400)]
    [InlineData("\"secret\"", "7", 400)]
    public async Task Password_of_a_Redis_server_must_be_text(string source, string sink, int status)
    {
        using TestService service = new();
        string body = $$"""
            {
              "task_name":"redis-copy",
              "topics":"payments",
              "source_type":"REDIS_REPLICATOR_SOURCE",
              "source_task":{"redis_address":"192.168.9.11:6379","redis_type":"standalone","redis_password":{{source}},"sync_mode":"RDB_ONLY"},
              "sink_type":"REDIS_REPLICATOR_SINK",
              "sink_task":{"redis_address":"192.168.9.12:6379","redis_type":"standalone","redis_password":{{sink}}}
            }
            """;

        Assert.Equal(status, (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(await PathAsync(service)), body)).Status);
    }

    [Theory]
    [InlineData("\"topics\":\"payments\",\"topics_regex\":\"pay.*\"", "DMS.40001016")]
    [InlineData("\"topics\":\"\"", "DMS.40001016")]
    [InlineData("\"topics_regex\":\"(\"", "DMS.00400085")]
    [InlineData("\"topics\":\"nowhere\"", "DMS.00400876")]
    [InlineData("\"topics\":\"payments,orders\"", "DMS.00400874")]
    public async Task Topics_must_exist_and_belong_to_one_task_only(string topics, string code)
    {
        using TestService service = new();
        string body = $$"""{"task_name":"dump-1","source_type":"NONE",{{topics}},"sink_type":"OBS_SINK",{{Obs}}}""";

        (await service.PostAsync(await PathAsync(service), body)).Rejected(400, code);
    }

    [Theory]
    [InlineData("\"deliver_time_interval\":300", "\"deliver_time_interval\":29")]
    [InlineData("\"deliver_time_interval\":300", "\"deliver_time_interval\":901")]
    [InlineData("\"access_key\":\"AK\",", "")]
    [InlineData("\"secret_key\":\"SK\",", "")]
    [InlineData("\"obs_bucket_name\":\"b\",", "")]
    [InlineData("yyyy/MM/dd/HH/mm", "dd/MM")]
    [InlineData("\"record_delimiter\":\"\\\\n\"", "\"record_delimiter\":\"#\"")]
    [InlineData("earliest", "sometime")]
    [InlineData("TEXT", "PARQUET")]
    public async Task Invalid_OBS_sink_is_rejected(string part, string instead)
    {
        using TestService service = new();
        string body = Dump("dump-1", "payments");
        Assert.Contains(part, body, StringComparison.Ordinal);

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(await PathAsync(service)), body.Replace(part, instead, StringComparison.Ordinal)))
            .Rejected(400, "DMS.00400085");
    }

    [Fact]
    public async Task OBS_path_is_restricted_for_dump_tasks_only()
    {
        using TestService service = new();
        string body = Dump("dump-1", "payments").Replace("\"obs_path\":\"p\"", "\"obs_path\":\"kafka/v1.2/raw\"", StringComparison.Ordinal);

        Assert.Equal("kafka/v1.2/raw", (string?)(await service.PostAsync(await PathAsync(service), body)).Ok()["sink_task"]!["obs_path"]);
    }

    [Theory]
    [InlineData("", "DMS.40001016")]
    [InlineData("\"instance_id\":\"{peer}\",\"bootstrap_servers\":\"10.0.0.1:9092\"", "DMS.40001016")]
    [InlineData("\"instance_id\":\"{self}\"", "DMS.00400870")]
    [InlineData("\"instance_id\":\"00000000-1111-2222-3333-444444444444\"", "DMS.00400870")]
    [InlineData("\"bootstrap_servers\":\"10.0.0.1\"", "DMS.00400085")]
    [InlineData("\"instance_id\":\"{peer}\",\"replication_factor\":7", "DMS.00400085")]
    [InlineData("\"instance_id\":\"{peer}\",\"task_num\":0", "DMS.00400085")]
    [InlineData("\"instance_id\":\"{peer}\",\"security_protocol\":\"SASL_SSL\"", "DMS.00400085")]
    [InlineData("\"instance_id\":\"{peer}\",\"user_name\":\"u\",\"password\":\"p\"", "DMS.00400085")]
    [InlineData("\"instance_id\":\"{peer}\",\"rename_topic_enabled\":true,\"topics_mapping\":\"payments:p\"", "DMS.40001016")]
    [InlineData("\"instance_id\":\"{peer}\",\"topics_mapping\":\"payments\"", "DMS.00400085")]
    public async Task Invalid_peer_is_rejected(string peer, string code)
    {
        using TestService service = new();
        peer = peer.Replace("{peer}", await service.IdOfAsync("kafka-analytics"), StringComparison.Ordinal)
            .Replace("{self}", await service.IdOfAsync("kafka-prod"), StringComparison.Ordinal);

        (await service.PostAsync(await PathAsync(service), Copy(peer))).Rejected(400, code);
    }

    [Fact]
    public async Task Task_names_are_unique_and_the_task_limit_applies()
    {
        using TestService service = new();
        string path = await PathAsync(service);
        (await service.PostAsync(path, Dump("audit-archive", "payments"))).Rejected(400, "DMS.00400867");
        for (int number = 3; number < 18; number++)
            (await service.PostAsync(path, $$"""{"task_name":"dump-{{number}}","topics_regex":"p{{number}}.*","sink_type":"OBS_SINK",{{Obs}}}""")).Ok();

        (await service.PostAsync(path, Dump("dump-18", "payments"))).Rejected(404, "DMS.00404029");
    }

    [Fact]
    public async Task Only_valid_state_transitions_are_accepted()
    {
        using TestService service = new();
        string path = await PathAsync(service);
        string id = (string)(await service.PostAsync(path, Dump("dump-1", "payments").Replace("{\"task_name\"", "{\"start_later\":true,\"task_name\"", StringComparison.Ordinal))).Ok()["id"]!;

        await CheckAsync("WAITING", "pause:DMS.00400868", "resume:DMS.00400869", "restart");
        await CheckAsync("RUNNING", "resume:DMS.00400869", "pause", "pause");
        await CheckAsync("PAUSED", "pause:DMS.00400868", "resume");
        await CheckAsync("RUNNING", "restart", "pause:DMS.00400868", "resume:DMS.00400869", "restart:DMS.00400872");
        await CheckAsync("RUNNING");

        async Task CheckAsync(string status, params string[] steps)
        {
            service.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(status, await StatusAsync(service, path, id));
            foreach (string[] step in steps.Select(step => step.Split(':')))
            {
                string action = (step[0] == "restart" ? path.Replace("/instances/", "/kafka/instances/", StringComparison.Ordinal) : path) + $"/{id}/{step[0]}";
                Response response = await service.SendAsync(HttpMethod.Put, action, null);
                if (step.Length == 1)
                    response.NoContent();
                else
                    response.Rejected(400, step[1]);
            }
        }
    }

    [Fact]
    public async Task Task_named_fail_fails_to_start_and_can_be_restarted()
    {
        using TestService service = new();
        string path = await PathAsync(service);
        string id = (string)(await service.PostAsync(path, Dump("fail-1", "payments"))).Ok()["id"]!;
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("FAILED", await StatusAsync(service, path, id));

        (await service.SendAsync(HttpMethod.Put, path.Replace("/instances/", "/kafka/instances/", StringComparison.Ordinal) + $"/{id}/restart", null)).NoContent();
    }

    [Fact]
    public async Task Tasks_require_Smart_Connect()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");

        (await service.GetAsync(path)).Rejected(404, "DMS.00404024");
        (await service.PostAsync(path, Dump("dump-1", "payments"))).Rejected(404, "DMS.00404024");
        (await service.GetAsync(await PathAsync(service) + "/00000000-1111-2222-3333-444444444444")).Rejected(404, "DMS.00404026");
    }

    private static async Task<string> PathAsync(TestService service, string name = "kafka-prod")
        => $"/v2/{{project_id}}/instances/{await service.IdOfAsync(name)}/connector/tasks";

    private static async Task<string?> StatusAsync(TestService service, string path, string id)
        => (string?)(await service.GetAsync($"{path}/{id}")).Ok()["status"];

    private static string Dump(string name, string topics)
        => $$"""{"task_name":"{{name}}","topics":"{{topics}}","sink_type":"OBS_SINK",{{Obs}}}""";

    private static string Copy(string peer)
        => $$$"""{"task_name":"copy-1","topics":"payments","source_type":"KAFKA_REPLICATOR_SOURCE","source_task":{{{{(peer.Length > 0 ? peer + "," : "")}}}"direction":"push"}}""";
}

using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Topics;

public sealed class TopicChangeTests
{
    [Fact]
    public async Task Topic_is_created_as_requested()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");

        (await service.PostAsync(path, """
            {"id":"Shop.orders_1-a","partition":5,"replication":2,"retention_time":12,"sync_replication":true,"topic_desc":"x",
            "topic_other_configs":[{"name":"max.message.bytes","value":"1000"},{"name":"message.timestamp.type","value":"CreateTime"}]}
            """)).Ok();

        JsonNode topic = await FindAsync(service, path, "Shop.orders_1-a");
        Assert.Equal((5, 2, 12, "true", "x"), ((int)topic["partition"]!, (int)topic["replication"]!, (int)topic["retention_time"]!, (string?)topic["sync_replication"], (string?)topic["topic_desc"]));
        Assert.Equal(["1000", "CreateTime"], topic["topic_other_configs"]!.AsArray().Select(config => (string?)config!["value"]));
        Assert.Equal(service.Clock.UtcNow.ToUnixTimeMilliseconds(), (long)topic["created_at"]!);
    }

    [Fact]
    public async Task Omitted_fields_take_their_defaults()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(path), """{"id":"plain","sync_replication":"false"}""")).Ok();

        JsonNode topic = await FindAsync(service, path, "plain");
        Assert.Equal((3, 3, 72), ((int)topic["partition"]!, (int)topic["replication"]!, (int)topic["retention_time"]!));
    }

    [Theory]
    [InlineData("""{"id":"ab"}""", "DMS.00400101")]
    [InlineData("""{"id":"1abc"}""", "DMS.00400101")]
    [InlineData("""{"id":"__mine"}""", "DMS.00400101")]
    [InlineData("""{"id":"abc","partition":0}""", "DMS.00400102")]
    [InlineData("""{"id":"abc","partition":201}""", "DMS.00400102")]
    [InlineData("""{"id":"abc","replication":4}""", "DMS.00400103")]
    [InlineData("""{"id":"abc","retention_time":721}""", "DMS.00400105")]
    [InlineData("""{"id":"abc","topic_other_configs":[{"name":"max.message.bytes","value":"10485761"}]}""", "DMS.00400063")]
    [InlineData("""{"id":"abc","topic_other_configs":[{"name":"cleanup.policy","value":"compact"}]}""", "DMS.00400063")]
    [InlineData("""{"partition":3}""", "DMS.00400085")]
    [InlineData("""{"id":"orders"}""", "DMS.00400862")]
    public async Task Invalid_topic_is_rejected(string order, string code)
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(path), order)).Rejected(400, code);
    }

    [Theory]
    [InlineData("abc", "DMS.00400101")]
    [InlineData("a.bc", "DMS.00400101")]
    public async Task Older_call_accepts_fewer_names(string name, string code)
    {
        using TestService service = new();
        string path = (await PathAsync(service, "kafka-dev")).Replace("/v2/", "/v1.0/", StringComparison.Ordinal);

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(path), $$"""{"id":"{{name}}"}""")).Rejected(400, code);
        Assert.Equal("abcd", (string?)(await service.PostAsync(path, """{"id":"abcd"}""")).Ok()["id"]);
    }

    [Fact]
    public async Task Partition_limit_of_the_instance_applies()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");
        foreach (string name in new[] { "big1", "big2", "big3" })
            (await service.PostAsync(path, $$"""{"id":"{{name}}","partition":200}""")).Ok();

        (await service.PostAsync(path, """{"id":"big4","partition":133}""")).Rejected(400, "DMS.111400860");
        (await service.PostAsync(path, """{"id":"big4","partition":132}""")).Ok();
        Assert.Equal(0, (int)(await service.GetAsync(path + "?limit=1")).Ok()["remain_partitions"]!);
    }

    [Fact]
    public async Task Successful_change_responds_without_a_body()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");

        Response response = await service.PutAsync(path, """
            {"topics":[{"id":"orders","retention_time":1,"new_partition_numbers":8,"new_partition_brokers":[0,2,1]},{"id":"clicks","sync_message_flush":true,"topic_desc":"new"}]}
            """);

        Assert.Equal(204, response.Status);
        JsonNode orders = await FindAsync(service, path, "orders");
        Assert.Equal((1, 8), ((int)orders["retention_time"]!, (int)orders["partition"]!));
        Assert.Equal(("true", "new"), ((string?)(await FindAsync(service, path, "clicks"))["sync_message_flush"], (string?)(await FindAsync(service, path, "clicks"))["topic_desc"]));
    }

    [Fact]
    public async Task Shorter_retention_time_deletes_older_messages_and_frees_their_space()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-prod");
        async Task<int> UsedAsync() => (int)(await service.GetAsync(path.Replace("/topics", string.Empty, StringComparison.Ordinal))).Ok()["used_storage_space"]!;
        int before = await UsedAsync();

        (await service.PutAsync(path, """{"topics":[{"id":"orders","retention_time":1}]}""")).NoContent();

        // 24 messages, five minutes apart, the last one five minutes ago.
        JsonNode partition = (await service.GetAsync(path.Replace("/instances/", "/kafka/instances/", StringComparison.Ordinal) + "/orders/partitions")).Ok()["partitions"]![0]!;
        Assert.Equal((1012, 1024, 12), ((long)partition["start_offset"]!, (long)partition["last_offset"]!, (int)partition["message_count"]!));
        Assert.InRange(await UsedAsync(), before / 2, before - 1);
    }

    [Fact]
    public async Task Partially_failed_change_reports_the_failures()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");

        Response response = await service.PutAsync(path, """
            {"topics":[{"id":"nope","retention_time":1},{"id":"orders","new_partition_numbers":6,"retention_time":1},{"id":"clicks","retention_time":5},
            {"id":"payments","new_partition_numbers":2},{"id":"audit-log","new_partition_numbers":9,"new_partition_brokers":[1]},{"id":"__trace","retention_time":1}]}
            """);

        Assert.Equal(206, response.Status);
        JsonArray failed = response.Json!["failed_topics"]!.AsArray();
        Assert.Equal(["nope", "orders", "payments", "audit-log", "__trace"], failed.Select(topic => (string?)topic!["id"]));
        Assert.Equal("Topic already has 6 partitions.", (string?)failed[1]!["error_msg"]);
        Assert.All(failed, topic => Assert.False((bool)topic!["success"]!));
        Assert.Equal((72, 5), ((int)(await FindAsync(service, path, "orders"))["retention_time"]!, (int)(await FindAsync(service, path, "clicks"))["retention_time"]!));
    }

    [Fact]
    public async Task Missing_topic_counts_as_deleted_and_a_system_topic_is_kept()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");

        JsonArray outcomes = (await service.PostAsync(path + "/delete", """{"topics":["orders","nope","__trace"]}""")).Ok()["topics"]!.AsArray();

        Assert.Equal([("orders", true), ("nope", true), ("__trace", false)], outcomes.Select(topic => ((string?)topic!["id"]!, (bool)topic["success"]!)));
        Assert.Equal(["payments", "audit-log", "clicks", "__consumer_offsets", "__trace"],
            (await service.GetAsync(path)).Ok()["topics"]!.AsArray().Select(topic => (string?)topic!["name"]));
    }

    [Fact]
    public async Task Deleting_a_topic_removes_its_offsets_from_groups()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");
        (await service.PostAsync(path + "/delete", """{"topics":["orders"]}""")).Ok();
        (await service.PostAsync(path, """{"id":"orders","partition":1}""")).Ok();

        JsonNode detail = (await service.GetAsync(path.Replace("/topics", "/management/topics/orders", StringComparison.Ordinal))).Ok();

        Assert.Empty(detail["group_subscribed"]!.AsArray());
    }

    [Theory]
    [InlineData("POST", "", """{"id":"abc"}""")]
    [InlineData("PUT", "", """{"topics":[{"id":"abc"}]}""")]
    [InlineData("POST", "/delete", """{"topics":["abc"]}""")]
    public async Task Topics_can_be_changed_only_while_the_instance_is_running(string method, string more, string body)
    {
        using TestService service = new();

        (await service.SendAsync(new(method), await PathAsync(service, "kafka-legacy") + more, body)).Rejected(400, "DMS.00400026");
    }

    private static async Task<JsonNode> FindAsync(TestService service, string path, string name)
        => (await service.GetAsync(path + "?limit=50")).Ok()["topics"]!.AsArray().Single(topic => (string?)topic!["name"] == name)!;

    private static async Task<string> PathAsync(TestService service, string name) => $"/v2/{{project_id}}/instances/{await service.IdOfAsync(name)}/topics";
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Messages;

public sealed class MessageTests
{
    [Fact]
    public async Task Sent_message_is_listed_shown_and_found()
    {
        using TestService service = new();
        string instance = await PathAsync(service);
        service.Clock.Advance(TimeSpan.FromHours(2));

        JsonNode response = (await ProduceAsync(service, instance, """{"topic":"orders","body":"hello\nworld","property_list":[{"name":"KEY","value":"k"},{"name":"PARTITION","value":"4"}]}""")).Ok();
        JsonNode list = (await service.GetAsync(instance + "/messages?topic=orders" + LastHour(service))).Ok();
        JsonNode shown = (await service.GetAsync(instance + "/messages?topic=orders&partition=4&message_offset=5024")).Ok();
        JsonNode found = (await service.GetAsync(instance + "/messages?topic=orders&keyword=wor" + LastHour(service))).Ok();
        JsonNode older = (await service.GetAsync(instance + "/management/topics/orders/partitions/4/message?message_offset=5024")).Ok();

        Assert.Equal("""{"topic":"orders","body":"hello\nworld","property_list":[]}""", response.ToJsonString());
        Assert.Equal((1, null, 5024), ((int)list["total"]!, list["messages"]![0]!["value"], (int)list["messages"]![0]!["message_offset"]!));
        Assert.Equal(("hello\nworld", "k", 12), ((string?)shown["messages"]![0]!["value"], (string?)shown["messages"]![0]!["key"], (int)shown["messages"]![0]!["size"]!));
        Assert.Equal((5024, null), ((int)found["messages"]![0]!["offset"]!, found["messages"]![0]!["message_offset"]));
        Assert.Equal("hello\nworld", (string?)older["message"]![0]!["value"]);
    }

    [Fact]
    public async Task Pages_are_numbered_and_times_take_precedence_over_offsets()
    {
        using TestService service = new();
        string path = await PathAsync(service) + "/messages?topic=orders&partition=1&message_offset=2000&limit=10" + LastHour(service);

        JsonNode newest = (await service.GetAsync(path)).Ok();
        JsonNode last = (await service.GetAsync(path + "&offset=7&asc=true")).Ok();
        JsonNode beyond = (await service.GetAsync(path + "&offset=8")).Ok();

        Assert.Equal((72, 10, 10, 6023), ((int)newest["total"]!, (int)newest["size"]!, newest["messages"]!.AsArray().Count, (int)newest["messages"]![0]!["message_offset"]!));
        Assert.Equal([5023, 6023], last["messages"]!.AsArray().Select(message => (int)message!["message_offset"]!));
        Assert.Empty(beyond["messages"]!.AsArray());
    }

    [Fact]
    public async Task Page_size_has_no_limit()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        Assert.Equal(1, (int)(await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/topics/orders/messages?limit=2147483647")).Ok()["offsets_count"]!);
    }

    [Fact]
    public async Task Query_over_all_partitions_returns_at_most_500_messages()
    {
        using TestService service = new();
        string instance = await PathAsync(service);
        service.Clock.Advance(TimeSpan.FromHours(2));
        for (int number = 0; number < 501; number++)
            (await ProduceAsync(service, instance, """{"topic":"orders","body":"x","property_list":[{"name":"PARTITION","value":"0"}]}""")).Ok();

        Assert.Equal(500, (int)(await service.GetAsync(instance + "/messages?topic=orders" + LastHour(service))).Ok()["total"]!);
        JsonNode one = (await service.GetAsync(instance + "/management/topics/orders/messages?partition=0&limit=20&offset=500" + LastHour(service))).Ok();
        Assert.Equal((501, 26, 26, 1), ((int)one["messages_count"]!, (int)one["offsets_count"]!, (int)one["offset"]!, one["messages"]!.AsArray().Count));
    }

    [Fact]
    public async Task Huge_message_is_truncated_between_characters_unless_downloaded()
    {
        using TestService service = new();
        string instance = await PathAsync(service);
        string value = "x" + new string('é', 2100);
        (await ProduceAsync(service, instance, $$"""{"topic":"orders","body":"{{value}}","property_list":[{"name":"PARTITION","value":"0"}]}""")).Ok();
        string path = instance + "/messages?topic=orders&partition=0&message_offset=1024";

        JsonNode shown = (await service.GetAsync(path)).Ok()["messages"]![0]!;

        Assert.Equal((true, "x" + new string('é', 2047)), ((bool)shown["huge_message"]!, (string?)shown["value"]));
        Assert.Equal(value, (string?)(await service.GetAsync(path + "&download=true")).Ok()["messages"]![0]!["value"]);
    }

    [Fact]
    public async Task Key_determines_the_partition_and_messages_without_a_key_are_distributed()
    {
        using TestService service = new();
        string instance = await PathAsync(service);
        long before = await EndOffsetsAsync(service, instance).SumAsync(TestContext.Current.CancellationToken);
        for (int number = 0; number < 12; number++)
            (await ProduceAsync(service, instance, """{"topic":"orders","body":"x","property_list":[]}""")).Ok();
        long[] level = await EndOffsetsAsync(service, instance).ToArrayAsync(TestContext.Current.CancellationToken);
        for (int number = 0; number < 3; number++)
            (await ProduceAsync(service, instance, """{"topic":"orders","body":"x","property_list":[{"name":"KEY","value":"21"}]}""")).Ok();
        long[] keyed = await EndOffsetsAsync(service, instance).ToArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before + 12, level.Sum());
        Assert.Equal([1026, 2026, 3026, 4026, 5026, 6026], level);
        Assert.Single(keyed.Zip(level), pair => pair.First == pair.Second + 3);
    }

    [Fact]
    public async Task Missing_topic_is_created_if_the_instance_allows_it()
    {
        using TestService service = new();
        const string body = """{"topic":"brand.new","body":"x","property_list":[]}""";
        string allowed = await PathAsync(service);
        string forbidden = await PathAsync(service, "kafka-prod");

        (await ProduceAsync(service, allowed, body)).Ok();
        (await ProduceAsync(service, forbidden, body)).Rejected(400, "DMS.00400876");

        JsonNode topic = (await service.GetAsync(allowed + "/topics?limit=50")).Ok()["topics"]!.AsArray().Single(topic => (string?)topic!["name"] == "brand.new")!;
        Assert.Equal((3, 3), ((int)topic["partition"]!, (int)topic["replication"]!));
    }

    [Fact]
    public async Task Auto_created_topic_takes_its_retention_time_from_the_instance()
    {
        using TestService service = new();
        string instance = await PathAsync(service);
        (await service.PutAsync(instance + "/configs", """{"kafka_configs":[{"name":"log.retention.hours","value":"24"}]}""")).Ok();
        (await service.PostAsync("/v2/{project_id}/instances/action", TestService.Batch("restart", await service.IdOfAsync("kafka-dev")))).Ok();
        service.Clock.Advance(TimeSpan.FromMinutes(10));

        (await ProduceAsync(service, instance, """{"topic":"brand.new","body":"x","property_list":[]}""")).Ok();

        JsonNode topic = (await service.GetAsync(instance + "/topics?limit=50")).Ok()["topics"]!.AsArray().Single(topic => (string?)topic!["name"] == "brand.new")!;
        Assert.Equal(24, (int)topic["retention_time"]!);
    }

    [Theory]
    [InlineData("""{"body":"x","property_list":[]}""")]
    [InlineData("""{"topic":"orders","property_list":[]}""")]
    [InlineData("""{"topic":"orders","body":"x"}""")]
    [InlineData("""{"topic":"orders","body":"x","property_list":[{"name":"PARTITION","value":"6"}]}""")]
    [InlineData("""{"topic":"orders","body":"x","property_list":[{"name":"PARTITION","value":"-1"}]}""")]
    [InlineData("""{"topic":"orders","body":"x","property_list":[{"name":"HEADER","value":"6"}]}""")]
    [InlineData("""{"topic":"__trace","body":"x","property_list":[]}""")]
    public async Task Invalid_message_is_rejected(string body)
    {
        using TestService service = new();
        string path = await PathAsync(service) + "/messages/action?action_id=send";

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(path), body)).Rejected(400, "DMS.00400085");
    }

    [Fact]
    public async Task Message_over_the_size_limit_is_rejected()
    {
        using TestService service = new();
        string instance = await PathAsync(service);
        (await service.PutAsync(instance + "/configs", """{"kafka_configs":[{"name":"message.max.bytes","value":"10"}]}""")).Ok();

        (await ProduceAsync(service, instance, """{"topic":"orders","body":"12345678901","property_list":[]}""")).Rejected(400, "DMS.10540011");
        (await ProduceAsync(service, instance, """{"topic":"orders","body":"1234567890","property_list":[]}""")).Ok();
    }

    [Theory]
    [InlineData("")]
    [InlineData("&message_offset=1000")]
    [InlineData("&partition=0")]
    [InlineData("&partition=6&message_offset=1")]
    [InlineData("&partition=x&message_offset=1")]
    [InlineData("&start_time=1&end_time=2&limit=0")]
    [InlineData("&start_time=1&end_time=2&keyword=123456789012345678901234567890123456789012345678901")]
    public async Task Invalid_query_is_rejected(string query)
    {
        using TestService service = new();
        string path = await PathAsync(service) + "/messages?topic=orders" + query;

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Get, service.Path(path), null)).Rejected(400, "DMS.00400062");
    }

    [Fact]
    public async Task Binary_content_is_returned_unchanged()
    {
        using TestService service = new();
        string path = await PathAsync(service) + "/messages?topic=clicks&partition=5&message_offset=6023";

        byte[] body = await service.Client.GetByteArrayAsync(service.Path(path), TestContext.Current.CancellationToken);

        Assert.Contains("\"key\":null,\"value\":\"\\u0008\x96\\u0001\xFF\\u0000\xC3(\"", Encoding.Latin1.GetString(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletion_moves_the_log_start_and_partitions_fail_independently()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");
        string path = $"/v2/{{project_id}}/kafka/instances/{id}/topics/orders/messages";

        JsonNode response = (await service.SendAsync(HttpMethod.Delete, path, """{"partitions":[{"partition":0,"offset":1010},{"partition":7,"offset":1},{"partition":1,"offset":3000}]}""")).Ok();
        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(path + "/delete"), """{"partitions":[{"partition":0,"offset":1020}]}""")).Ok();

        Assert.Equal(
            """[{"partition":0,"result":"success","error_code":0},{"partition":7,"result":"failed","error_code":3},{"partition":1,"result":"failed","error_code":1}]""",
            response["partitions"]!.ToJsonString());
        JsonNode start = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/topics/orders/partitions/0/beginning-message")).Ok();
        JsonNode end = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/topics/orders/partitions/0/end-message")).Ok();
        Assert.Equal((1020, 1023), ((int)start["offset"]!, (int)end["offset"]!));
        Assert.True((long)start["timestamp"]! < (long)end["timestamp"]!);
    }

    [Fact]
    public async Task Invalid_deletion_deletes_nothing()
    {
        using TestService service = new();
        string path = $"/v2/{{project_id}}/kafka/instances/{await service.IdOfAsync("kafka-dev")}/topics/orders/";
        string before = (await service.GetAsync(path + "partitions")).Text;

        (await service.SendAsync(HttpMethod.Delete, path + "messages", """{"partitions":[{"partition":0,"offset":1010},{"partition":1}]}""")).Rejected(400, "DMS.00400085");

        Assert.Equal(before, (await service.GetAsync(path + "partitions")).Text);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("..")]
    [InlineData("größe")]
    public async Task Topic_with_an_invalid_name_is_not_auto_created(string topic)
    {
        using TestService service = new();
        string instance = await PathAsync(service);
        (await service.PostAsync(instance + "/autotopic", """{"enable_auto_topic":true}""")).Ok();
        service.Clock.Advance(TimeSpan.FromHours(1));

        (await ProduceAsync(service, instance, $$"""{"topic":"{{topic}}","body":"x","property_list":[]}""")).Rejected(400, "DMS.00400101");
        (await ProduceAsync(service, instance, """{"topic":"one.word","body":"x","property_list":[]}""")).Ok();
    }

    [Fact]
    public async Task Messages_can_be_sent_and_deleted_only_while_the_instance_is_running()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-legacy");

        (await ProduceAsync(service, $"/v2/{{project_id}}/instances/{id}", """{"topic":"orders","body":"x","property_list":[]}""")).Rejected(400, "DMS.00400026");
        (await service.SendAsync(HttpMethod.Delete, $"/v2/{{project_id}}/kafka/instances/{id}/topics/orders/messages", """{"partitions":[]}""")).Rejected(400, "DMS.00400026");
    }

    private static async Task<string> PathAsync(TestService service, string name = "kafka-dev") => $"/v2/{{project_id}}/instances/{await service.IdOfAsync(name)}";

    private static Task<Response> ProduceAsync(TestService service, string instance, string body) => service.PostAsync(instance + "/messages/action?action_id=send", body);

    private static string LastHour(TestService service)
        => string.Create(CultureInfo.InvariantCulture, $"&start_time={service.Clock.UtcNow.AddHours(-1).ToUnixTimeMilliseconds()}&end_time={service.Clock.UtcNow.ToUnixTimeMilliseconds()}");

    private static async IAsyncEnumerable<long> EndOffsetsAsync(TestService service, string instance)
    {
        string path = instance.Replace("/instances/", "/kafka/instances/", StringComparison.Ordinal) + "/topics/orders/partitions?limit=50";
        foreach (JsonNode? partition in (await service.GetAsync(path)).Ok()["partitions"]!.AsArray())
            yield return (long)partition!["last_offset"]!;
    }
}

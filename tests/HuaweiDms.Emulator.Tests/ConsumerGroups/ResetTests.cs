using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.ConsumerGroups;

/// <summary>Offset resets with 5.6.5 and the older path 7.2.3.1.</summary>
public sealed class ResetTests
{
    [Theory]
    [InlineData("""{"topic":"orders","partition":2,"message_offset":3007}""", 2, 3007)]
    [InlineData("""{"topic":"orders","partition":2,"message_offset":0}""", 2, 3000)]
    [InlineData("""{"topic":"orders","partition":2,"message_offset":9007199254740991}""", 2, 3024)]
    [InlineData("""{"topic":"orders","partition":-1,"message_offset":0}""", 5, 6000)]
    [InlineData("""{"topic":"orders","partition":2,"timestamp":0}""", 2, 3000)]
    [InlineData("""{"topic":"orders","partition":2,"timestamp":9223372036854775807}""", 2, 3024)]
    [InlineData("""{"partition":-1,"timestamp":0}""", 4, 5000)]
    public async Task Offset_out_of_range_moves_to_the_nearest_end(string body, int partition, long expected)
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        (await service.PutAsync($"/v2/kafka/{{project_id}}/instances/{id}/groups/fulfilment/reset-message-offset", body)).NoContent();

        Assert.Equal(expected, await OffsetAsync(service, id, "fulfilment", "orders", partition));
    }

    [Fact]
    public async Task Timestamp_selects_the_first_message_at_or_after_it()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        // 24 messages, five minutes apart, the last one five minutes ago.
        long time = service.Clock.UtcNow.AddMinutes(-12).ToUnixTimeMilliseconds();

        (await service.PostAsync($"/v2/{{project_id}}/instances/{id}/management/groups/fulfilment/reset-message-offset", $$"""{"topic":"orders","partition":0,"timestamp":{{time}}}""")).NoContent();

        Assert.Equal(1022, await OffsetAsync(service, id, "fulfilment", "orders", 0));
        Assert.Equal(2015, await OffsetAsync(service, id, "fulfilment", "orders", 1));
    }

    [Fact]
    public async Task Resetting_all_topics_creates_a_task()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        (await service.PutAsync($"/v2/kafka/{{project_id}}/instances/{id}/groups/reporting/reset-message-offset", """{"partition":-1,"timestamp":9000000000000}""")).NoContent();

        Assert.Equal(1024, await OffsetAsync(service, id, "reporting", "clicks", 0));
        Assert.Equal(1024, await OffsetAsync(service, id, "reporting", "audit-log", 0));
        Assert.Equal("kafkaResetConsumerOffset", (string?)(await service.GetAsync($"/v2/{{project_id}}/instances/{id}/tasks?limit=1")).Ok()["tasks"]![0]!["name"]);
    }

    [Theory]
    [InlineData("fulfilment", """{"topic":"orders","partition":0}""", "DMS.00400085")]
    [InlineData("fulfilment", """{"topic":"orders","partition":0,"message_offset":1,"timestamp":1}""", "DMS.00400085")]
    [InlineData("fulfilment", """{"partition":-1,"message_offset":1}""", "DMS.00400085")]
    [InlineData("fulfilment", """{"topic":"orders","message_offset":1}""", "DMS.00400085")]
    [InlineData("fulfilment", """{"topic":"orders","partition":6,"message_offset":1}""", "DMS.00400062")]
    [InlineData("fulfilment", """{"topic":"nothing","partition":0,"message_offset":1}""", "DMS.00400876")]
    [InlineData("billing", """{"topic":"orders","partition":0,"message_offset":1}""", "DMS.111400867")]
    [InlineData("nobody", """{"topic":"orders","partition":0,"message_offset":1}""", "DMS.111400864")]
    public async Task Invalid_reset_is_rejected_and_changes_nothing(string group, string body, string code)
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        string before = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/groups/{group}")).Text;

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Put, service.Path($"/v2/kafka/{{project_id}}/instances/{id}/groups/{group}/reset-message-offset"), body)).Rejected(400, code);

        Assert.Equal(before, (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/groups/{group}")).Text);
    }

    [Fact]
    public async Task Group_with_a_member_cannot_be_reset()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"]);

        (await service.PutAsync($"/v2/kafka/{{project_id}}/instances/{id}/groups/fulfilment/reset-message-offset", """{"topic":"orders","partition":0,"message_offset":1}"""))
            .Rejected(400, "DMS.111400867");
    }

    private static async Task<long> OffsetAsync(TestService service, string id, string group, string topic, int partition)
        => (long)(await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/groups/{group}")).Ok()["group"]!["group_message_offsets"]!.AsArray()
            .OfType<JsonNode>().Single(offset => (string?)offset["topic"] == topic && (int)offset["partition"]! == partition)["message_current_offset"]!;
}

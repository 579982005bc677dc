using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.ConsumerGroups;

/// <summary>Offset resets by 5.6.5 and by the older path 7.2.3.1.</summary>
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
    public async Task What_is_out_of_range_goes_to_the_nearest_end(string body, int partition, long expected)
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        (await service.PutAsync($"/v2/kafka/{{project_id}}/instances/{id}/groups/fulfilment/reset-message-offset", body)).NoContent();

        Assert.Equal(expected, await OffsetAsync(service, id, "fulfilment", "orders", partition));
    }

    [Fact]
    public async Task A_time_leads_to_the_first_message_from_then_on()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        // 24 messages, five minutes apart, the last of them five minutes ago.
        long time = service.Clock.UtcNow.AddMinutes(-12).ToUnixTimeMilliseconds();

        (await service.PostAsync($"/v2/{{project_id}}/instances/{id}/management/groups/fulfilment/reset-message-offset", $$"""{"topic":"orders","partition":0,"timestamp":{{time}}}""")).NoContent();

        Assert.Equal(1022, await OffsetAsync(service, id, "fulfilment", "orders", 0));
        Assert.Equal(2015, await OffsetAsync(service, id, "fulfilment", "orders", 1));
    }

    [Fact]
    public async Task All_topics_are_reset_by_a_task()
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
    [InlineData("fulfilment", """{"topic":"orders","partition":6,"message_offset":1}""", "DMS.00400062")]
    [InlineData("fulfilment", """{"topic":"nothing","partition":0,"message_offset":1}""", "DMS.00400876")]
    [InlineData("billing", """{"topic":"orders","partition":0,"message_offset":1}""", "DMS.111400867")]
    [InlineData("nobody", """{"topic":"orders","partition":0,"message_offset":1}""", "DMS.111400864")]
    public async Task What_cannot_be_done_is_refused_and_changes_nothing(string group, string body, string code)
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        string before = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/groups/{group}")).Text;

        (await service.ConnectLawlessly().AskAsync(HttpMethod.Put, service.Path($"/v2/kafka/{{project_id}}/instances/{id}/groups/{group}/reset-message-offset"), body)).Refused(400, code);

        Assert.Equal(before, (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/groups/{group}")).Text);
    }

    [Fact]
    public async Task One_member_is_enough_to_hold_a_group()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"]);

        (await service.PutAsync($"/v2/kafka/{{project_id}}/instances/{id}/groups/fulfilment/reset-message-offset", """{"topic":"orders","partition":0,"message_offset":1}"""))
            .Refused(400, "DMS.111400867");
    }

    private static async Task<long> OffsetAsync(TestService service, string id, string group, string topic, int partition)
        => (long)(await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/groups/{group}")).Ok()["group"]!["group_message_offsets"]!.AsArray()
            .OfType<JsonNode>().Single(offset => (string?)offset["topic"] == topic && (int)offset["partition"]! == partition)["message_current_offset"]!;
}

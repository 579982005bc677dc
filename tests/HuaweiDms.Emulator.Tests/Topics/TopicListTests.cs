using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Topics;

public sealed class TopicListTests
{
    [Fact]
    public async Task Topics_are_listed_in_pages_with_the_remaining_partitions()
    {
        using TestService service = new();
        string path = $"/v2/{{project_id}}/instances/{await service.IdOfAsync("kafka-dev")}/topics";

        JsonNode page = (await service.GetAsync(path + "?offset=1&limit=2")).Ok();

        Assert.Equal(["payments", "audit-log"], page["topics"]!.AsArray().Select(topic => (string?)topic!["name"]));
        Assert.Equal((6, 732, 750, 200), ((int)page["total"]!, (int)page["remain_partitions"]!, (int)page["max_partitions"]!, (int)page["topic_max_partitions"]!));
        Assert.Equal("false", (string?)page["topics"]![0]!["sync_replication"]);
        Assert.Empty((await service.GetAsync(path + "?offset=6")).Ok()["topics"]!.AsArray());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("offset=-1")]
    public async Task Invalid_page_is_rejected(string query)
    {
        using TestService service = new();
        string path = $"/v2/{{project_id}}/instances/{await service.IdOfAsync("kafka-dev")}/topics?{query}";

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Get, service.Path(path), null)).Rejected(400, "DMS.00400062");
    }

    [Fact]
    public async Task Older_list_uses_its_own_field_names()
    {
        using TestService service = new();

        JsonNode list = (await service.GetAsync($"/v1.0/{{project_id}}/instances/{await service.IdOfAsync("kafka-dev")}/topics")).Ok();

        Assert.Equal((6, "orders"), ((int)list["count"]!, (string?)list["topics"]![0]!["id"]));
    }

    [Fact]
    public async Task Partitions_show_their_offsets()
    {
        using TestService service = new();
        string path = $"/v2/{{project_id}}/kafka/instances/{await service.IdOfAsync("kafka-dev")}/topics/";

        JsonNode page = (await service.GetAsync(path + "orders/partitions?offset=4&limit=10")).Ok();

        Assert.Equal((6, 2), ((int)page["total"]!, page["partitions"]!.AsArray().Count));
        Assert.Equal((5000, 5024, 24), ((int)page["partitions"]![0]!["start_offset"]!, (int)page["partitions"]![0]!["last_offset"]!, (int)page["partitions"]![0]!["message_count"]!));
        (await service.GetAsync(path + "orderz/partitions")).Rejected(400, "DMS.00400876");
    }

    [Fact]
    public async Task Instance_being_created_rejects_the_list()
    {
        using TestService service = new();

        (await service.GetAsync($"/v2/{{project_id}}/instances/{await service.CreateAsync("kafka-new")}/topics")).Rejected(400, "DMS.00400026");
    }
}

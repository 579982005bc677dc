using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Topics;

public sealed class PolicyTests
{
    private const string Give = """{"topics":[{"name":"clicks","policies":[{"user_name":"app-user","access_policy":"pub"}]}]}""";
    private const string Empty = """{"topics":[{"name":"clicks","policies":[]}]}""";

    [Fact]
    public async Task Policies_are_replaced_when_their_task_ends()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        Assert.Equal(204, (await service.PostAsync(Path(id), Give)).Status);
        Assert.Empty(await PoliciesAsync(service, id));
        Assert.Equal("updateTopicPolicies", (string?)(await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok()["task"]!["name"]);
        (await service.PostAsync(Path(id), Give)).Rejected(400, "DMS.00400017");
        service.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([("app-user", "pub", false)], await PoliciesAsync(service, id));
        Assert.Null((await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok()["task"]);
        Assert.Equal(204, (await service.PostAsync(Path(id), Empty)).Status);
        service.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(await PoliciesAsync(service, id));
    }

    [Fact]
    public async Task Empty_policies_cannot_be_cleared()
    {
        using TestService service = new();

        Response response = await service.PostAsync(Path(await service.IdOfAsync("kafka-prod")), Empty);

        response.Rejected(400, "DMS.00400062");
        Assert.Equal("Topic policy is empty.", (string?)response.Json!["failed_topics"]![0]!["error_msg"]);
    }

    [Theory]
    [InlineData("""{"topics":[]}""", "DMS.00400085")]
    [InlineData("""{"topics":[{"name":"nope","policies":[]}]}""", "DMS.00400876")]
    [InlineData("""{"topics":[{"name":"clicks"}]}""", "DMS.00400085")]
    [InlineData("""{"topics":[{"name":"clicks","policies":[{"user_name":"app-user","access_policy":"read"}]}]}""", "DMS.00400085")]
    [InlineData("""{"topics":[{"name":"clicks","policies":[{"access_policy":"all"}]}]}""", "DMS.00400085")]
    [InlineData("""{"topics":[{"name":"clicks","policies":[{"user_name":"app-user","access_policy":"all"},{"user_name":"app-user","access_policy":"pub"}]}]}""", "DMS.00400085")]
    public async Task Invalid_policy_is_rejected(string body, string code)
    {
        using TestService service = new();
        string path = Path(await service.IdOfAsync("kafka-prod"));

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(path), body)).Rejected(400, code);
    }

    [Fact]
    public async Task Policies_require_existing_users_and_end_with_them()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        (await service.PostAsync(Path(id), Give.Replace("app-user", "nobody", StringComparison.Ordinal))).Rejected(404, "DMS.00404000");
        JsonNode before = (await service.GetAsync($"/v1/{{project_id}}/instances/{id}/topics/orders/accesspolicy")).Ok();
        Assert.Equal(["orders-writer", "billing"], before["policies"]!.AsArray().Select(policy => (string?)policy!["user_name"]));
        await service.PutAsync($"/v2/{{project_id}}/instances/{id}/users", """{"action":"delete","users":["billing"]}""");
        JsonNode after = (await service.GetAsync($"/v1/{{project_id}}/instances/{id}/topics/orders/accesspolicy")).Ok();
        Assert.Equal(["orders-writer"], after["policies"]!.AsArray().Select(policy => (string?)policy!["user_name"]));
    }

    [Fact]
    public async Task Deleting_a_user_removes_its_pending_policies()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        string both = Give.Replace("]}]}", """,{"user_name":"billing","access_policy":"all"}]}]}""", StringComparison.Ordinal);

        await service.PostAsync(Path(id), both);
        await service.PutAsync($"/v2/{{project_id}}/instances/{id}/users", """{"action":"delete","users":["billing"]}""");
        service.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([("app-user", "pub", false)], await PoliciesAsync(service, id));
    }

    [Fact]
    public async Task Deleting_a_topic_removes_its_pending_policies()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        string topics = $"/v2/{{project_id}}/instances/{id}/topics";

        await service.PostAsync(Path(id), Give);
        (await service.PostAsync(topics + "/delete", """{"topics":["clicks"]}""")).Ok();
        (await service.PostAsync(topics, """{"id":"clicks"}""")).Ok();
        service.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Empty(await PoliciesAsync(service, id));
    }

    [Fact]
    public async Task Policies_can_be_read_but_not_changed_during_a_restart()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        (await service.PostAsync("/v2/{project_id}/instances/action", TestService.Batch("restart", id))).Ok();

        Assert.Empty(await PoliciesAsync(service, id));
        (await service.PostAsync(Path(id), Give)).Rejected(400, "DMS.00400026");
    }

    [Fact]
    public async Task Policies_require_SASL()
    {
        using TestService service = new();

        (await service.PostAsync(Path(await service.IdOfAsync("kafka-dev")), Give)).Rejected(400, "DMS.00400971");
    }

    private static string Path(string id) => $"/v1/{{project_id}}/instances/{id}/topics/accesspolicy";

    private static async Task<IEnumerable<(string?, string?, bool)>> PoliciesAsync(TestService service, string id)
    {
        JsonNode response = (await service.GetAsync($"/v1/{{project_id}}/instances/{id}/topics/clicks/accesspolicy")).Ok();
        return response["policies"]!.AsArray().Select(policy => ((string?)policy!["user_name"], (string?)policy["access_policy"], (bool)policy["owner"]!));
    }
}

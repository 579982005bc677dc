using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Tags;

public sealed class TagTests
{
    [Fact]
    public async Task Tags_are_shown_by_all_operations()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");
        string path = $"/v2/{{project_id}}/kafka/{id}/tags";

        (await service.PostAsync(path + "/action", """{"action":"create","tags":[{"key":"env","value":"lab"},{"key":"new"}]}""")).NoContent();

        Assert.Equal("""[{"key":"env","value":"lab"},{"key":"new","value":""}]""", (await service.GetAsync(path)).Ok()["tags"]!.ToJsonString());
        Assert.Equal(2, (await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok()["tags"]!.AsArray().Count);
        JsonArray all = (await service.GetAsync("/v2/{project_id}/kafka/tags")).Ok()["tags"]!.AsArray();
        Assert.Contains("lab", all.Single(tag => (string?)tag!["key"] == "env")!["values"]!.AsArray().Select(value => (string?)value));
    }

    [Fact]
    public async Task Removing_a_missing_tag_is_not_an_error()
    {
        using TestService service = new();
        string path = $"/v2/{{project_id}}/kafka/{await service.IdOfAsync("kafka-dev")}/tags";

        (await service.PostAsync(path + "/action", """{"action":"delete","tags":[{"key":"env"},{"key":"nothing"}]}""")).NoContent();

        Assert.Empty((await service.GetAsync(path)).Ok()["tags"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"action":"replace","tags":[{"key":"a"}]}""")]
    [InlineData("""{"tags":[{"key":"a"}]}""")]
    [InlineData("""{"action":"create","tags":[]}""")]
    [InlineData("""{"action":"create"}""")]
    [InlineData("""{"action":"create","tags":[{"key":"_sys_a"}]}""")]
    [InlineData("""{"action":"create","tags":[{"key":" a"}]}""")]
    [InlineData("""{"action":"create","tags":[{"key":"a"},{"key":"a"}]}""")]
    public async Task Invalid_tag_is_rejected_and_changes_nothing(string body)
    {
        using TestService service = new();
        string path = service.Path($"/v2/{{project_id}}/kafka/{await service.IdOfAsync("kafka-dev")}/tags");

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, path + "/action", body)).Rejected(400, "DMS.00400085");

        Assert.Single((await service.GetAsync(path)).Ok()["tags"]!.AsArray());
    }

    [Fact]
    public async Task Unknown_instance_is_not_found()
    {
        using TestService service = new();

        (await service.GetAsync("/v2/{project_id}/kafka/00000000-0000-4000-8000-000000000000/tags")).Rejected(404, "DMS.00404022");
    }
}

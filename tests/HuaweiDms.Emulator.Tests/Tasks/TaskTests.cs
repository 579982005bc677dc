using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Tasks;

public sealed class TaskTests
{
    [Fact]
    public async Task Asynchronous_change_creates_a_task_that_ends()
    {
        using TestService service = new();
        string path = "/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev");

        (await service.PutAsync(path, """{"retention_policy":"time_base"}""")).NoContent();
        JsonNode task = Assert.Single(await ListAsync(service, path))!;
        Assert.Equal("changeRetentionPolicy", (string?)task["name"]);
        Assert.Equal("EXECUTING", (string?)task["status"]);
        Assert.Equal("""{"new_retention_policy":"time_base","origin_retention_policy":"produce_reject"}""", (string?)task["params"]);
        (await service.DeleteAsync($"{path}/tasks/{task["id"]}")).Rejected(400, "DMS.00400017");

        service.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("SUCCESS", (string?)(await service.GetAsync($"{path}/tasks/{task["id"]}")).Ok()["tasks"]![0]!["status"]);
        (await service.DeleteAsync($"{path}/tasks/{task["id"]}")).NoContent();
        Assert.Empty(await ListAsync(service, path));
        (await service.DeleteAsync($"{path}/tasks/{task["id"]}")).Rejected(404, "DMS.00404000");
    }

    [Fact]
    public async Task Unchanged_retention_policy_creates_no_task()
    {
        using TestService service = new();
        string path = "/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev");

        (await service.PutAsync(path, """{"retention_policy":"produce_reject"}""")).NoContent();

        Assert.Empty(await ListAsync(service, path));
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("?start=1&limit=2", 2)]
    [InlineData("?start=4&limit=10", 1)]
    [InlineData("?start=9", 0)]
    [InlineData("?begin_time=20240413000000", 3)]
    [InlineData("?begin_time=20240413000000&end_time=20240414235959", 2)]
    public async Task List_is_filtered_by_position_and_time(string query, int count)
    {
        using TestService service = new();
        string path = "/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-prod");

        Assert.Equal(count, (await ListAsync(service, path, query)).Count);
    }

    [Theory]
    [InlineData("/no-id", 400, "DMS.00400070")]
    [InlineData("/00000000000040008000000000000000", 404, "DMS.00404000")]
    [InlineData("?limit=0", 400, "DMS.00400062")]
    [InlineData("?begin_time=yesterday", 400, "DMS.00400062")]
    public async Task Invalid_request_is_rejected(string more, int status, string code)
    {
        using TestService service = new();
        string path = service.Path("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-prod"));

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Get, $"{path}/tasks{more}", null)).Rejected(status, code);
    }

    private static async Task<JsonArray> ListAsync(TestService service, string path, string query = "")
        => (await service.GetAsync($"{path}/tasks{query}")).Ok()["tasks"]!.AsArray();
}

using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Instances;

public sealed class UpdateTests
{
    [Fact]
    public async Task Change_affects_only_the_given_fields()
    {
        using TestService service = new();
        string path = "/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev");
        JsonNode before = (await service.GetAsync(path)).Ok();

        (await service.PutAsync(path, """{"name":"kafka-renamed","description":"x","maintain_begin":"22:00:00","maintain_end":"02:00:00"}""")).NoContent();

        JsonNode after = (await service.GetAsync(path)).Ok();
        Assert.Equal("kafka-renamed", (string?)after["name"]);
        Assert.Equal("22:00:00", (string?)after["maintain_begin"]);
        foreach (string field in new[] { "name", "description", "maintain_begin", "maintain_end" })
            after[field] = before[field]!.DeepClone();
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }

    [Fact]
    public async Task Security_group_retention_policy_and_enterprise_project_can_be_changed()
    {
        using TestService service = new();
        string path = "/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev");

        (await service.PutAsync(path, """{"security_group_id":"sg-2","retention_policy":"time_base","enterprise_project_id":"ep-2"}""")).NoContent();

        JsonNode after = (await service.GetAsync(path)).Ok();
        Assert.Equal("sg-2", (string?)after["security_group_id"]);
        Assert.Equal("time_base", (string?)after["retention_policy"]);
        Assert.Equal("ep-2", (string?)after["enterprise_project_id"]);
    }

    [Theory]
    [InlineData("""{"name":"kafka-prod"}""", "DMS.00400060")]
    [InlineData("""{"name":"k"}""", "DMS.00400010")]
    [InlineData("""{"name":""}""", "DMS.00400010")]
    [InlineData("""{"security_group_id":""}""", "DMS.00400014")]
    [InlineData("""{"retention_policy":"keep"}""", "DMS.00400085")]
    [InlineData("""{"maintain_begin":"22:00:00"}""", "DMS.00400106")]
    [InlineData("", "DMS.00400004")]
    [InlineData("no json", "DMS.00400005")]
    public async Task Invalid_change_is_rejected_and_changes_nothing(string body, string code)
    {
        using TestService service = new();
        string path = service.Path("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev"));
        string before = (await service.GetAsync(path)).Text;

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Put, path, body)).Rejected(400, code);

        Assert.Equal(before, (await service.GetAsync(path)).Text);
    }

    [Fact]
    public async Task Instance_can_keep_its_own_name()
    {
        using TestService service = new();
        string path = "/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev");

        (await service.PutAsync(path, """{"name":"kafka-dev"}""")).NoContent();
    }
}

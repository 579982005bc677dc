using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Dcs;

public sealed class DcsTests
{
    private const string Path = "/v2/{project_id}/instances/status";

    [Theory]
    [InlineData("restart", "RESTARTING", 2.0)]
    [InlineData("soft_restart", "RESTARTING", 0.67)]
    [InlineData("flush", "FLUSHING", 0.34)]
    public async Task Action_takes_time_and_ends_in_running(string action, string meanwhile, double seconds)
    {
        using TestService service = new();
        string id = Redis(service, "redis-prod").InstanceId;

        JsonNode response = (await service.PutAsync(Path, TestService.Batch(action, id))).Ok();

        Assert.Equal("success", (string?)response["results"]![0]!["result"]);
        Assert.Equal(id, (string?)response["results"]![0]!["instance"]);
        Assert.Equal(meanwhile, Redis(service, "redis-prod").Status);
        service.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal("RUNNING", Redis(service, "redis-prod").Status);
    }

    [Fact]
    public async Task Stopped_instance_can_only_be_started()
    {
        using TestService service = new();
        string id = Redis(service, "redis-test").InstanceId;

        Assert.Equal("success", await ActAsync(service, "stop", id));
        Assert.Equal("failed", await ActAsync(service, "start", id));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("STOPPED", Redis(service, "redis-test").Status);
        Assert.Equal("failed", await ActAsync(service, "restart", id));
        Assert.Equal("failed", await ActAsync(service, "flush", id));
        Assert.Equal("success", await ActAsync(service, "start", id));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("RUNNING", Redis(service, "redis-test").Status);
    }

    [Theory]
    [InlineData("flush")]
    [InlineData("stop")]
    [InlineData("start")]
    public async Task Newer_actions_are_rejected_before_Redis_4_without_effect(string action)
    {
        using TestService service = new();
        string legacy = Redis(service, "redis-legacy").InstanceId, prod = Redis(service, "redis-prod").InstanceId;

        Response response = await service.PutAsync(Path, TestService.Batch(action, prod, legacy));

        response.Rejected(400, "DCS.4064");
        Assert.True(response.Json!.AsObject().ContainsKey("error_ext_msg"));
        Assert.Equal("RUNNING", Redis(service, "redis-prod").Status);
        Assert.Equal("success", await ActAsync(service, "restart", legacy));
    }

    [Fact]
    public async Task Unknown_instance_does_not_affect_the_others()
    {
        using TestService service = new();
        string id = Redis(service, "redis-session").InstanceId;

        JsonNode response = (await service.PutAsync(Path, TestService.Batch("restart", "unknown", id))).Ok();

        Assert.Equal(["failed", "success"], response["results"]!.AsArray().Select(result => (string)result!["result"]!));
    }

    [Theory]
    [InlineData("", "DCS.4004")]
    [InlineData("[", "DCS.4005")]
    [InlineData("{}", "DCS.4064")]
    [InlineData("""{"action":"delete","instances":["a"]}""", "DCS.4064")]
    [InlineData("""{"action":"restart"}""", "DCS.4065")]
    [InlineData("""{"action":"restart","instances":[]}""", "DCS.4065")]
    [InlineData("""{"action":"restart","instances":"a"}""", "DCS.4062")]
    public async Task Invalid_request_is_rejected(string body, string code)
    {
        using TestService service = new();

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Put, service.Path(Path), body)).Rejected(400, code);
    }

    [Fact]
    public async Task Literal_path_takes_precedence_over_changing_a_Kafka_instance()
    {
        using TestService service = new();

        await ActAsync(service, "restart", Redis(service, "redis-prod").InstanceId);

        Assert.Equal("RestartOrFlushInstances", service.Emulator.Requests[^1].Operation);
    }

    private static EmulatedDcsInstance Redis(TestService service, string name) => service.Emulator.DcsInstances.Single(redis => redis.Name == name);

    private static async Task<string> ActAsync(TestService service, string action, string id)
        => (string)(await service.PutAsync(Path, TestService.Batch(action, id))).Ok()["results"]![0]!["result"]!;
}

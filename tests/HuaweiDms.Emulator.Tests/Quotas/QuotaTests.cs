using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Quotas;

public sealed class QuotaTests
{
    private const string User = """{"user":"reports","producer-byte-rate":1048576}""";

    [Fact]
    public async Task Created_quotas_are_listed_and_counted()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");

        (await service.PostAsync(path, User)).Ok();
        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(path), """{"user_default":true,"client":"app","consumer_byte_rate":5}""")).Ok();

        JsonNode list = (await service.GetAsync(path + "?offset=1&limit=1")).Ok();
        Assert.Equal(
            """{"quotas":[{"user":"","client":"app","user-default":true,"client-default":false,"consumer-byte-rate":5}],"count":2}""",
            list.ToJsonString());
    }

    [Theory]
    [InlineData("""{"user":"reports","producer-byte-rate":7}""", 7, 5)]
    [InlineData("""{"user":"reports","consumer-byte-rate":7}""", 3, 7)]
    public async Task Omitted_rate_stays_unchanged(string change, long producer, long consumer)
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");
        (await service.PostAsync(path, """{"user":"reports","producer-byte-rate":3,"consumer-byte-rate":5}""")).Ok();

        (await service.PutAsync(path, change)).Ok();

        JsonNode quota = Assert.Single((await service.GetAsync(path)).Ok()["quotas"]!.AsArray())!;
        Assert.Equal((producer, consumer), ((long)quota["producer-byte-rate"]!, (long)quota["consumer-byte-rate"]!));
    }

    [Fact]
    public async Task Deleting_a_missing_quota_is_accepted_but_its_task_fails()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        string task = (string)(await service.ConnectUnchecked().AskAsync(HttpMethod.Delete, service.Path(await PathAsync(service, "kafka-dev")), """{"user":"nobody"}""")).Ok()["job_id"]!;
        service.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("FAILED", (string?)(await service.GetAsync($"/v2/{{project_id}}/instances/{id}/tasks/{task}")).Ok()["tasks"]![0]!["status"]);
    }

    [Theory]
    [InlineData("""{"producer-byte-rate":1}""")]
    [InlineData("""{"user":"a"}""")]
    [InlineData("""{"user":"a","user-default":true,"producer-byte-rate":1}""")]
    [InlineData("""{"client":"a","client-default":true,"producer-byte-rate":1}""")]
    [InlineData("""{"user":"a","producer-byte-rate":0}""")]
    public async Task Invalid_quota_is_rejected_and_changes_nothing(string body)
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(path), body)).Rejected(400, "DMS.00400085");

        Assert.Empty((await service.GetAsync(path)).Ok()["quotas"]!.AsArray());
    }

    [Fact]
    public async Task Quotas_can_be_changed_only_while_the_instance_is_running()
    {
        using TestService service = new();

        (await service.PostAsync(await PathAsync(service, "kafka-legacy"), User)).Rejected(400, "DMS.00400026");
    }

    private static async Task<string> PathAsync(TestService service, string name)
        => $"/v2/kafka/{{project_id}}/instances/{await service.IdOfAsync(name)}/kafka-user-client-quota";
}

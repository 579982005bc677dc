using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Instances;

public sealed class BatchTests
{
    private const string Path = "/v2/{project_id}/instances/action";

    [Fact]
    public async Task Each_instance_succeeds_or_fails_independently()
    {
        using TestService service = new();
        string good = await service.IdOfAsync("kafka-test-01");
        string frozen = await service.IdOfAsync("kafka-legacy");
        string failed = await service.IdOfAsync("kafka-poc-01");
        string unknown = Guid.Empty.ToString();

        JsonNode response = (await service.PostAsync(Path, TestService.Batch("restart", frozen, good, unknown, "not-an-id", failed))).Ok();

        Assert.Equal(
            [(frozen, "failed"), (good, "success"), (unknown, "failed"), ("not-an-id", "failed"), (failed, "failed")],
            response["results"]!.AsArray().Select(result => ((string)result!["instance"]!, (string)result["result"]!)));
        Assert.Equal("RESTARTING", await service.StatusOfAsync(good));
    }

    [Fact]
    public async Task Batch_deletion_deletes_all_instances()
    {
        using TestService service = new();
        string[] ids = [.. (await service.ListAsync()).Select(instance => (string)instance!["instance_id"]!)];

        JsonNode response = (await service.PostAsync(Path, TestService.Batch("delete", ids))).Ok();

        Assert.All(response["results"]!.AsArray(), result => Assert.Equal("success", (string?)result!["result"]));
        Assert.Empty(await service.ListAsync());
    }

    [Fact]
    public async Task Restarting_instance_cannot_be_restarted_or_deleted()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");
        (await service.PostAsync(Path, TestService.Batch("restart", id))).Ok();

        foreach (string action in new[] { "restart", "delete" })
        {
            JsonNode response = (await service.PostAsync(Path, TestService.Batch(action, id))).Ok();
            Assert.Equal("failed", (string?)response["results"]![0]!["result"]);
        }

        service.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("RUNNING", await service.StatusOfAsync(id));
    }

    [Fact]
    public async Task Batch_accepts_50_instances_but_not_51()
    {
        using TestService service = new();
        string[] ids = [.. Enumerable.Range(0, 51).Select(_ => Guid.NewGuid().ToString())];
        HttpClient client = service.ConnectUnchecked();

        Assert.Equal(50, (await service.PostAsync(Path, TestService.Batch("restart", ids[..50]))).Ok()["results"]!.AsArray().Count);
        (await client.AskAsync(HttpMethod.Post, service.Path(Path), TestService.Batch("restart", ids))).Rejected(400, "DMS.00400100");
    }

    [Theory]
    [InlineData("all_failure")]
    [InlineData("allFailure")]
    public async Task Deleting_all_failed_creations_responds_without_a_body(string field)
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnchecked();

        (await client.AskAsync(HttpMethod.Post, service.Path(Path), $$"""{"action":"delete","{{field}}":"kafka"}""")).NoContent();

        Assert.Equal(10, (await service.ListAsync("&include_failure=true&limit=50")).Count);
    }

    [Theory]
    [InlineData("{}", "DMS.00400064")]
    [InlineData("""{"action":"stop","instances":["a"]}""", "DMS.00400064")]
    [InlineData("""{"action":"delete"}""", "DMS.00400065")]
    [InlineData("""{"action":"delete","instances":[]}""", "DMS.00400065")]
    [InlineData("""{"action":"delete","instances":["a","A"]}""", "DMS.00400082")]
    [InlineData("""{"action":"delete","instances":[1]}""", "DMS.00400085")]
    [InlineData("""{"action":"delete","all_failure":"rabbitmq"}""", "DMS.00400085")]
    [InlineData("""{"action":"restart","all_failure":"kafka"}""", "DMS.00400085")]
    [InlineData("", "DMS.00400004")]
    [InlineData("{", "DMS.00400005")]
    public async Task Invalid_batch_is_rejected_as_a_whole(string body, string code)
    {
        using TestService service = new();

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(Path), body)).Rejected(400, code);
    }
}

using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>The header that names the project (table 3-2) if the path does not.</summary>
public sealed class ProjectHeaderTests
{
    private const string Header = "X-Project-Id";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_sends_a_given_project_id()
    {
        using ScriptedClient client = new();
        client.Then(
            Responses.Json("""{"available_zones":[]}"""),
            Responses.Json("""{"products":[]}"""),
            Responses.Json("""{"maintain_windows":[]}"""),
            Responses.Json("""{"core_num":12}"""),
            Responses.Json("{}"),
            Responses.Json(Responses.Instance));
        await client.RunAsync(it => it.Catalog.ListZonesAsync(Stop));
        await client.RunAsync(it => it.Catalog.ListProductsAsync(cancellationToken: Stop));
        await client.RunAsync(it => it.Catalog.ListMaintenanceWindowsAsync(Stop));
        await client.RunAsync(it => it.Catalog.GetProductCoreAsync("i-1", "p", Stop));
        await client.RunAsync(it => it.Raw.SendAsync(HttpMethod.Get, DmsService.Kafka, "/v2/kafka/products", [], cancellationToken: Stop));

        await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal(6, client.Sent.Count);
        Assert.All(client.Sent, sent => Assert.Equal(ScriptedClient.ProjectId, sent.Headers[Header]));
        Assert.All(client.Sent, sent => Assert.Contains("x-project-id", sent.Headers["Authorization"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_project_id_is_not_looked_up_for_the_header_but_sent_once_known()
    {
        using ScriptedClient client = new(options => (options.ProjectId, options.ProjectName) = (null, "r"));
        client.Then(
            Responses.Json("""{"available_zones":[]}"""),
            Responses.Json($$"""{"projects":[{"id":"{{ScriptedClient.ProjectId}}","name":"r"}]}"""),
            Responses.Json(Responses.Instance),
            Responses.Json("""{"available_zones":[]}"""));
        await client.RunAsync(it => it.Catalog.ListZonesAsync(Stop));
        await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));

        await client.RunAsync(it => it.Catalog.ListZonesAsync(Stop));

        Assert.Equal([false, false, true, true], client.Sent.Select(sent => sent.Headers.ContainsKey(Header)));
    }

    [Fact]
    public async Task The_project_list_is_requested_without_the_header()
    {
        using ScriptedClient client = new();
        client.Then(Responses.Json("""{"projects":[]}"""), Responses.Json("{}"));
        await client.RunAsync(it => it.Identity.ListProjectsAsync(cancellationToken: Stop));

        await client.RunAsync(it => it.Raw.SendAsync(HttpMethod.Get, DmsService.Iam, "/v3/projects/{project_id}", [], cancellationToken: Stop));

        Assert.EndsWith(ScriptedClient.ProjectId, client.Sent[1].Target, StringComparison.Ordinal);
        Assert.All(client.Sent, sent => Assert.False(sent.Headers.ContainsKey(Header)));
    }
}

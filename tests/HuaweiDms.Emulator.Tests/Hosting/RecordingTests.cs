using System.Text.Json.Nodes;
using HuaweiDms.Contract;

namespace HuaweiDms.Emulator.Tests.Hosting;

public sealed class RecordingTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Each_exchange_is_recorded_as_a_line_that_conforms_to_the_contract()
    {
        using (TestService service = new(options => options.RecordPath = _path))
        {
            await service.ListAsync();
            string id = await service.CreateAsync("kafka-new");
            await service.DeleteAsync("/v2/{project_id}/instances/" + id);
            await service.GetAsync("/v2/{project_id}/instances/" + Guid.Empty);
        }

        JsonNode[] lines = [.. (await File.ReadAllLinesAsync(_path, TestContext.Current.CancellationToken)).Select(line => JsonNode.Parse(line)!)];

        Assert.Equal(4, Recording.MustConform(_path, onlyKnownFields: true));
        Assert.Equal(["ListInstances", "CreateInstanceByEngine", "DeleteInstance", "ShowInstance"], lines.Select(line => (string?)line["operation"]));
        Assert.Equal([200, 200, 400, 404], lines.Select(line => (int)line["status"]!));
        Assert.Equal("kafka-new", (string?)lines[1]["request"]!["name"]);
        Assert.Equal("DMS.00404022", (string?)lines[3]["response"]!["error_code"]);
        Assert.NotEmpty((string)lines[3]["headers"]!["X-Request-Id"]!);
        Assert.EndsWith("?engine=kafka&limit=50", (string?)lines[0]["path"]);
    }

    [Fact]
    public async Task No_secret_appears_in_the_recording_the_log_or_ToString()
    {
        const string Secret = "Secret-Word-1";
        string token, text;
        using (TestService service = new(options => options.RecordPath = _path))
        {
            await service.CreateAsync("kafka-new", $$""","ssl_enable":true,"access_user":"app-user","password":"{{Secret}}" """);
            HttpClient client = service.ConnectUnsigned();
            Response issued = await client.AskAsync(HttpMethod.Post, "/v3/auth/tokens",
                $$"""
                {"auth":{"identity":{"methods":["password"],"password":{"user":{
                "name":"{{service.Emulator.UserName}}","password":"{{service.Emulator.Password}}",
                "domain":{"name":"{{service.Emulator.DomainName}}"} } } } } }
                """);
            token = issued.Header("X-Subject-Token")!;
            await client.AskAsync("/v3/projects", ("X-Auth-Token", token), ("X-Security-Token", "session-secret"));
            await client.AskAsync(
                HttpMethod.Put, service.Path("/v2/{project_id}/instances/x/password"),
                $$"""{"new_password":"{{Secret}}","list":[{"pass_word":"{{Secret}}"},{"user_passwd":"{{Secret}}"},{"redis_password":"{{Secret}}"}]}""");
            await client.AskAsync(HttpMethod.Post, "/nothing", $"password={Secret}");
            await client.AskAsync(HttpMethod.Post, "/nothing", "{\"password\":\"" + Secret + "\",\"\\ud800\":\"" + Secret + "\"}");
            text = await File.ReadAllTextAsync(_path, TestContext.Current.CancellationToken)
                + (await client.AskAsync("/_emulator/requests")).Text
                + string.Join("|", service.Emulator.Requests);
            DmsEmulator emulator = service.Emulator;
            foreach (string secret in new[] { Secret, token, "session-secret", emulator.Password, emulator.SecretKey, emulator.AccessKey })
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        Assert.Contains("\"password\":\"********\"", text, StringComparison.Ordinal);
        Assert.Contains("\"access_user\":\"app-user\"", text, StringComparison.Ordinal);
        Assert.Equal(6, (await File.ReadAllLinesAsync(_path, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Existing_recording_is_appended_to()
    {
        for (int i = 0; i < 2; i++)
        {
            using TestService service = new(options => options.RecordPath = _path);
            await service.ListAsync();
        }

        Assert.Equal(2, (await File.ReadAllLinesAsync(_path, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Exchange_broken_by_a_fault_has_no_status()
    {
        using (TestService service = new(options => options.RecordPath = _path))
        {
            service.Emulator.Faults.Add(new Fault { Action = FaultAction.Reset });
            await Assert.ThrowsAsync<HttpRequestException>(() => service.ListAsync());
        }

        Assert.Equal(0, (int)JsonNode.Parse(await File.ReadAllTextAsync(_path, TestContext.Current.CancellationToken))!["status"]!);
    }
}

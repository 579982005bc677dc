using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests;

public sealed class DmsEmulatorTests
{
    [Fact]
    public async Task Reset_restores_the_initial_state()
    {
        using TestService service = new();
        string before = (await service.GetAsync("/v2/{project_id}/instances?engine=kafka&include_failure=true&limit=50")).Text;
        string id = await service.CreateAsync("kafka-new");
        await service.DeleteAsync("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-prod"));
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Status });

        service.Emulator.Reset();

        Assert.Empty(service.Emulator.Requests);
        Assert.Empty(service.Emulator.Faults);
        Assert.Equal(before, (await service.GetAsync("/v2/{project_id}/instances?engine=kafka&include_failure=true&limit=50")).Text);
        Assert.Equal(id, await service.CreateAsync("kafka-new"));
    }

    [Fact]
    public async Task Stepping_clock_shows_the_same_times_in_each_run()
    {
        DateTimeOffset start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        async Task<(string Tasks, DateTimeOffset End)> RunAsync()
        {
            SteppingClock clock = new(start);
            using TestService service = new(options => options.Clock = clock);
            string id = await service.IdOfAsync("kafka-dev");
            await service.PostAsync($"/v2/{{project_id}}/instances/{id}/autotopic", """{"enable_auto_topic":false}""");
            clock.Advance(TimeSpan.FromMinutes(1));
            return ((await service.GetAsync($"/v2/{{project_id}}/instances/{id}/tasks")).Text, clock.UtcNow);
        }

        (string tasks, DateTimeOffset end) = await RunAsync();

        Assert.InRange(end, start.AddMinutes(1).AddTicks(1), start.AddMinutes(1).AddSeconds(1));
        Assert.Contains("2026-01-02T03:04:05", tasks, StringComparison.Ordinal);
        Assert.Equal((tasks, end), await RunAsync());
    }

    [Fact]
    public async Task Control_endpoints_need_no_credentials()
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnsigned();
        await service.DeleteAsync("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-prod"));

        JsonArray requests = (await client.AskAsync("/_emulator/requests")).Ok()["requests"]!.AsArray();
        (await client.AskAsync(HttpMethod.Post, "/_emulator/reset")).NoContent();

        Assert.Equal([("GET", false), ("DELETE", true)], requests.Select(request => ((string)request!["method"]!, (bool)request["changing"]!)));
        Assert.Empty((await client.AskAsync("/_emulator/requests")).Ok()["requests"]!.AsArray());
        Assert.Equal(10, (await service.ListAsync()).Count);
        Assert.Equal(404, (await client.AskAsync("/_emulator/nothing")).Status);
        // As "$endpoint/_emulator/health", where the endpoint ends with a slash.
        (await client.AskAsync("http://x//_emulator/health")).Ok();
    }

    [Fact]
    public async Task Request_log_has_requests_and_responses()
    {
        using TestService service = new();

        await service.GetAsync("/v2/{project_id}/instances?engine=kafka&name=%E5%8D%A1");
        await service.ConnectUnsigned().AskAsync(HttpMethod.Post, service.Path("/v2/{project_id}/instances/action"), "{}");

        EmulatedRequest list = service.Emulator.Requests[0], batch = service.Emulator.Requests[1];
        Assert.Equal(service.Path("/v2/{project_id}/instances?engine=kafka&name=%E5%8D%A1"), list.Path);
        Assert.Equal(("GET", "ListInstances", 200, false), (list.Method, list.Operation, list.StatusCode, list.Changing));
        Assert.Equal(service.Clock.UtcNow, list.Time);
        Assert.Equal(("POST", "BatchRestartOrDeleteInstances", 401, true), (batch.Method, batch.Operation, batch.StatusCode, batch.Changing));
    }

    [Fact]
    public async Task Collections_have_their_own_Count_and_indexer()
    {
        using TestService service = new();
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Latency, StatusCode = 500 });
        Fault last = service.Emulator.Faults.Add(new Fault { Action = FaultAction.Latency });
        await service.ListAsync();

        // In PowerShell, indexing from the end, as in Requests[-1], requires that Count and the indexer are members of the type
        // itself.
        foreach (object list in new object[] { service.Emulator.Requests, service.Emulator.DcsInstances, service.Emulator.Faults })
        {
            Assert.NotNull(list.GetType().GetProperty("Count"));
            Assert.NotNull(list.GetType().GetProperty("Item", [typeof(int)]));
        }

        Assert.Equal("redis-test", service.Emulator.DcsInstances[^1].Name);
        Assert.Same(last, service.Emulator.Faults[1]);
    }

    [Fact]
    public void ToString_returns_the_endpoint()
    {
        using DmsEmulator emulator = new();

        Assert.Equal("in process", emulator.ToString());
        Assert.Equal(emulator.Listen().ToString(), emulator.ToString());
    }

    [Fact]
    public async Task Request_log_keeps_the_latest_10000()
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnsigned();

        for (int i = 0; i < 10_005; i++)
            await client.GetAsync("/" + i, TestContext.Current.CancellationToken);

        Assert.Equal(10_000, service.Emulator.Requests.Count);
        Assert.Equal(("/5", "/10004"), (service.Emulator.Requests[0].Path, service.Emulator.Requests[^1].Path));
    }

    [Fact]
    public async Task Handlers_share_the_state_and_are_disposed_independently()
    {
        using TestService service = new();
        using (HttpClient other = new(service.Emulator.CreateHandler()))
            await other.GetAsync("http://x/_emulator/health", TestContext.Current.CancellationToken);

        await service.CreateAsync("kafka-new");

        Assert.Equal(11, (await service.ListAsync()).Count);
    }

    [Fact]
    public async Task Concurrent_clients_lose_no_changes()
    {
        using TestService service = new(options => options.Empty = true);
        HttpClient socket = service.ConnectBySocket();

        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(async () =>
        {
            HttpClient client = i % 2 == 0 ? socket : service.Client;
            (await client.AskAsync(HttpMethod.Post, service.Path("/v2/kafka/{project_id}/instances"), TestService.Order("kafka-" + i))).Ok();
            (await client.AskAsync(service.Path("/v2/{project_id}/instances?engine=kafka"))).Ok();
        }, TestContext.Current.CancellationToken)));
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        HashSet<string> ids = [];
        for (int offset = 0; offset < 120; offset += 50)
            ids.UnionWith((await service.ListAsync($"&limit=50&offset={offset}")).Select(instance => (string)instance!["instance_id"]!));
        Assert.Equal(120, ids.Count);
    }

    [Fact]
    public async Task One_of_many_concurrent_creations_with_the_same_name_succeeds()
    {
        using TestService service = new(options => options.Empty = true);

        Response[] responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            () => service.PostAsync("/v2/kafka/{project_id}/instances", TestService.Order("kafka-one")),
            TestContext.Current.CancellationToken)));

        Assert.Single(responses, response => response.Status == 200);
        Assert.Equal(19, responses.Count(response => response.ErrorCode == "DMS.00400060"));
    }

    [Fact]
    public void Invalid_options_are_rejected_by_name()
    {
        AssertRefused("ProjectId", new() { ProjectId = "short" });
        AssertRefused("Region", new() { Region = "" });
        AssertRefused("Speed", new() { Speed = 0 });
        AssertRefused("Speed", new() { Speed = double.NaN });
        AssertRefused("AccessKey", new() { AccessKey = "" });
        AssertRefused("SecretKey", new() { SecretKey = "" });

        static void AssertRefused(string option, DmsEmulatorOptions options)
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(nameof(options), () => new DmsEmulator(options));
            Assert.StartsWith(option + " must ", refused.Message);
        }
    }

    [Fact]
    public void CreateHandler_throws_after_disposal()
    {
        DmsEmulator emulator = new();
        emulator.Listen();
        emulator.Dispose();
        emulator.Dispose();

        Assert.Null(emulator.Endpoint);
        Assert.Throws<ObjectDisposedException>(() => emulator.Listen());
        Assert.Throws<ObjectDisposedException>(emulator.CreateHandler);
    }

    [Fact]
    public async Task Existing_handlers_fail_after_disposal()
    {
        DmsEmulator emulator = new();
        using HttpClient client = new(emulator.CreateHandler());
        emulator.Dispose();

        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(new Uri("https://emulator.invalid/_emulator/health"), TestContext.Current.CancellationToken));

        Assert.Equal(System.Net.Sockets.SocketError.ConnectionRefused, Assert.IsType<System.Net.Sockets.SocketException>(refused.GetBaseException()).SocketErrorCode);
    }

    [Fact]
    public void Assembly_references_only_the_framework()
        => Assert.DoesNotContain(
            typeof(DmsEmulator).Assembly.GetReferencedAssemblies(),
            reference => !reference.Name!.StartsWith("System.", StringComparison.Ordinal) && reference.Name is not ("netstandard" or "mscorlib"));
}

using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Faults;

public sealed class FaultTests
{
    private const string List = "/v2/{project_id}/instances?engine=kafka";

    public static TheoryData<bool> BothWays => [true, false];

    [Theory]
    [MemberData(nameof(BothWays))]
    public async Task Status_fault_has_code_message_and_Retry_After(bool bySocket)
    {
        using TestService service = new();
        service.Emulator.Faults.Add(new Fault
        {
            Action = FaultAction.Status,
            StatusCode = 429,
            ErrorCode = "DMS.10240407",
            ErrorMessage = "slow down",
            RetryAfter = TimeSpan.FromSeconds(1.5),
            Limit = 1,
        });
        HttpClient client = Connect(service, bySocket);

        Response response = await client.AskAsync(service.Path(List));

        response.Rejected(429, "DMS.10240407");
        Assert.Equal("slow down", response.ErrorMessage);
        Assert.Equal("2", response.Header("Retry-After"));
        (await client.AskAsync(service.Path(List))).Ok();
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public async Task Fault_can_send_an_HTML_page_or_an_empty_body(bool bySocket)
    {
        using TestService service = new();
        Fault page = service.Emulator.Faults.Add(new Fault
        {
            Action = FaultAction.Status,
            StatusCode = 502,
            ContentType = "text/html",
            Body = "<html>Bad Gateway</html>",
        });
        HttpClient client = Connect(service, bySocket);

        Response response = await client.AskAsync(service.Path(List));
        service.Emulator.Faults.Remove(page);
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Status, StatusCode = 503, Body = "" });
        Response empty = await client.AskAsync(service.Path(List));

        Assert.Equal((502, "<html>Bad Gateway</html>"), (response.Status, response.Text));
        Assert.Equal((503, ""), (empty.Status, empty.Text));
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public async Task Reset_fault_breaks_the_connection_and_processes_the_request_only_if_configured(bool bySocket)
    {
        using TestService service = new();
        HttpClient client = Connect(service, bySocket);
        string path = service.Path("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev"));
        Fault fault = service.Emulator.Faults.Add(new Fault { Action = FaultAction.Reset, Method = "DELETE", Name = "cable" });

        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => client.AskAsync(HttpMethod.Delete, path));
        Assert.Equal(SocketError.ConnectionReset, SocketErrorOf(error));
        Assert.Equal("RUNNING", (string?)(await client.AskAsync(path)).Ok()["status"]);
        EmulatedRequest logged = service.Emulator.Requests.Single(request => request.Method == "DELETE");
        Assert.Equal((0, "cable"), (logged.StatusCode, logged.Fault));

        service.Emulator.Faults.Remove(fault);
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Reset, Method = "DELETE", AfterProcessing = true });
        await Assert.ThrowsAsync<HttpRequestException>(() => client.AskAsync(HttpMethod.Delete, path));
        Assert.Equal("DELETING", (string?)(await client.AskAsync(path)).Ok()["status"]);
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public async Task Truncated_body_ends_in_the_middle(bool bySocket)
    {
        using TestService service = new();
        HttpClient client = Connect(service, bySocket);
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Truncate });

        using HttpResponseMessage response = await client.GetAsync(
            service.Path(List), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using MemoryStream read = new();

        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(read, TestContext.Current.CancellationToken));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(response.Content.Headers.ContentLength / 2, read.Length);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.AskAsync(service.Path(List)));
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public async Task Stalled_body_waits_until_the_client_gives_up(bool bySocket)
    {
        using TestService service = new();
        HttpClient client = Connect(service, bySocket);
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Stall, Limit = 1 });
        using CancellationTokenSource patience = new();

        using (HttpResponseMessage response = await client.GetAsync(
            service.Path(List), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        {
            await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            byte[] half = new byte[(int)response.Content.Headers.ContentLength! / 2];
            await body.ReadExactlyAsync(half, TestContext.Current.CancellationToken);
            Task<int> rest = body.ReadAsync(new byte[1], patience.Token).AsTask();
            Assert.False(rest.IsCompleted);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rest);
        }

        (await client.AskAsync(service.Path(List))).Ok();
    }

    [Theory]
    [InlineData(true, FaultAction.Truncate)]
    [InlineData(true, FaultAction.Stall)]
    [InlineData(false, FaultAction.Truncate)]
    [InlineData(false, FaultAction.Stall)]
    public async Task Response_without_a_body_is_not_truncated(bool bySocket, FaultAction action)
    {
        using TestService service = new();
        HttpClient client = Connect(service, bySocket);
        string path = service.Path("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev"));
        service.Emulator.Faults.Add(new Fault { Action = action });

        (await client.AskAsync(HttpMethod.Put, path, """{"description":"mine"}""")).NoContent();
    }

    [Fact]
    public async Task HEAD_response_is_not_truncated()
    {
        using TestService service = new();
        using RawClient client = new(service);
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Truncate });

        await client.SendAsync("HEAD /nothing HTTP/1.1\r\nHost: x\r\n\r\n");

        Assert.Equal(404, (await client.ReadAsync(isHead: true)).Status);
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task Stalled_connection_ends_when_listening_stops()
    {
        using TestService service = new();
        using RawClient client = new(service);
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Stall });
        await client.SendAsync("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
        await Wait.UntilAsync(() => service.Emulator.Requests.Count > 0);

        service.Emulator.StopListening();

        await Assert.ThrowsAnyAsync<Exception>(() => client.ReadAsync());
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public async Task Latencies_add_up_on_the_emulator_clock(bool bySocket)
    {
        using TestService service = new();
        HttpClient client = Connect(service, bySocket);
        service.Emulator.Faults.Add(new Fault { Latency = TimeSpan.FromMinutes(1), Name = "far" });
        service.Emulator.Faults.Add(new Fault { Latency = TimeSpan.FromMinutes(2), Name = "slow", Action = FaultAction.Status, StatusCode = 503 });

        Task<Response> asking = client.AskAsync(service.Path(List));
        await service.WaitForDelayAsync();
        service.Clock.Advance(TimeSpan.FromMinutes(2.99));
        Assert.False(asking.IsCompleted);
        service.Clock.Advance(TimeSpan.FromMinutes(0.01));

        Assert.Equal(503, (await asking).Status);
        Assert.Equal("far, slow", service.Emulator.Requests[^1].Fault);
    }

    [Fact]
    public async Task Request_canceled_during_latency_has_no_effect()
    {
        using TestService service = new();
        string path = service.Path("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev"));
        service.Emulator.Faults.Add(new Fault { Latency = TimeSpan.FromMinutes(1), Method = "DELETE" });
        using CancellationTokenSource patience = new();

        Task<HttpResponseMessage> asking = service.Client.DeleteAsync(path, patience.Token);
        await service.WaitForDelayAsync();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal("RUNNING", (string?)(await service.GetAsync(path)).Ok()["status"]);
    }

    [Fact]
    public async Task Request_can_take_effect_before_a_latency()
    {
        using TestService service = new();
        string path = service.Path("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev"));
        service.Emulator.Faults.Add(new Fault { Latency = TimeSpan.FromMinutes(1), Method = "DELETE", AfterProcessing = true });
        using CancellationTokenSource patience = new();

        Task<HttpResponseMessage> asking = service.Client.DeleteAsync(path, patience.Token);
        await service.WaitForDelayAsync();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal("DELETING", (string?)(await service.GetAsync(path)).Ok()["status"]);
        Assert.Equal(0, Assert.Single(service.Emulator.Requests, request => request.Changing).StatusCode);
    }

    [Theory]
    [InlineData(2, null, null, "-x-x-x-x")]
    [InlineData(1, null, null, "xxxxxxxx")]
    [InlineData(null, 3, null, "xxx-----")]
    [InlineData(null, null, 2, "xx------")]
    [InlineData(2, 6, 2, "-x-x----")]
    [InlineData(3, 7, null, "--x--x--")]
    [InlineData(null, 0, null, "--------")]
    public async Task Fault_applies_to_the_configured_requests_in_order(int? every, int? first, int? limit, string expected)
    {
        using TestService service = new();
        Fault fault = service.Emulator.Faults.Add(new Fault { Action = FaultAction.Status, StatusCode = 500, Every = every, First = first, Limit = limit });
        string seen = "";

        for (int i = 0; i < expected.Length; i++)
            seen += (await service.GetAsync(List)).Status == 500 ? 'x' : '-';

        Assert.Equal(expected, seen);
        Assert.Equal(expected.Count(c => c == 'x'), fault.Hits);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("get", "*/instances", true)]
    [InlineData("GET", "/v2/*/inst*s", true)]
    [InlineData("GET", "*/instance?", true)]
    [InlineData("GET", "*", true)]
    [InlineData("GET", "*/instances/*", false)]
    [InlineData("GET", "*/instances/action", false)]
    [InlineData("GET", "*engine=kafka", false)]
    [InlineData("POST", null, false)]
    public async Task Fault_applies_to_the_configured_method_and_path(string? method, string? path, bool expected)
    {
        using TestService service = new();
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Status, Method = method, Path = path });

        Assert.Equal(expected, (await service.GetAsync(List)).Status == 500);
    }

    [Fact]
    public async Task First_matching_fault_wins_and_the_others_are_kept()
    {
        using TestService service = new();
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Status, StatusCode = 501, Limit = 1 });
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Status, StatusCode = 502, Limit = 1 });

        Assert.Equal(501, (await service.GetAsync(List)).Status);
        Assert.Equal(502, (await service.GetAsync(List)).Status);
        Assert.Equal(200, (await service.GetAsync(List)).Status);
    }

    [Fact]
    public async Task Faults_do_not_affect_control_endpoints()
    {
        using TestService service = new();
        service.Emulator.Faults.Add(new Fault { Action = FaultAction.Reset });

        JsonNode health = (await service.ConnectUnsigned().AskAsync("/_emulator/health")).Json!;

        Assert.Equal("ok", (string?)health["status"]);
    }

    [Fact]
    public void Faults_can_be_added_and_removed_from_many_threads()
    {
        FaultPlan plan = [];

        Parallel.For(0, 200, i =>
        {
            Fault fault = plan.Add(new Fault { Action = FaultAction.Status });
            plan.Apply("GET", "/");
            if (i % 2 == 0)
                Assert.True(plan.Remove(fault));
        });

        Assert.Equal(100, plan.Count);
        plan.Clear();
        Assert.Empty(plan);
        Assert.False(plan.Remove(new Fault()));
    }

    private static HttpClient Connect(TestService service, bool bySocket) => bySocket ? service.ConnectBySocketUnchecked() : service.ConnectUnchecked();

    private static SocketError? SocketErrorOf(Exception? error)
        => error is null ? null : error is SocketException socket ? socket.SocketErrorCode : SocketErrorOf(error.InnerException);
}

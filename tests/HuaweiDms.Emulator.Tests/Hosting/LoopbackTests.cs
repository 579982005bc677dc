using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Hosting;

public sealed class LoopbackTests
{
    private const string Health = "GET /_emulator/health HTTP/1.1\r\nHost: x\r\n\r\n";

    [Fact]
    public async Task Signed_request_over_a_socket_gets_the_same_response_as_in_process()
    {
        using TestService service = new();
        HttpClient client = service.ConnectBySocket();

        Response bySocket = await client.AskAsync(service.Path("/v2/{project_id}/instances?engine=kafka"));
        Response inProcess = await service.GetAsync("/v2/{project_id}/instances?engine=kafka");

        Assert.Equal(inProcess.Text, bySocket.Text);
        Assert.NotEmpty(bySocket.Header("X-Request-Id")!);
        Assert.Equal(service.Clock.UtcNow.ToString("r"), bySocket.Header("Date"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    public async Task Body_can_be_sent_whole_chunked_or_after_100_Continue(bool? inChunks)
    {
        using TestService service = new();
        HttpClient client = service.ConnectBySocket();
        string id = await service.IdOfAsync("kafka-dev");
        string text = "订单 😀 " + new string('x', 900);
        foreach (bool onDemand in new[] { false, true })
        {
            using HttpRequestMessage request = new(HttpMethod.Put, service.Path("/v2/{project_id}/instances/" + id))
            {
                Content = new StringContent(new JsonObject { ["description"] = text }.ToJsonString(), Encoding.UTF8, "application/json"),
            };
            request.Headers.TransferEncodingChunked = inChunks;
            request.Headers.ExpectContinue = onDemand;

            using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(204, (int)response.StatusCode);
        }

        Assert.Equal(text, (string?)(await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok()["description"]);
    }

    [Fact]
    public async Task Target_is_kept_byte_for_byte()
    {
        using TestService service = new();
        using RawClient client = new(service);

        await client.SendAsync("GET /v2/%7e/../a//b/%2F%41?x=%7E&y+z HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.Equal(404, (await client.ReadAsync()).Status);

        Assert.Equal("/v2/%7e/../a//b/%2F%41?x=%7E&y+z", Assert.Single(service.Emulator.Requests).Path);
    }

    [Fact]
    public async Task Pipelined_requests_are_answered_in_order()
    {
        using TestService service = new();
        using RawClient client = new(service);

        await client.SendAsync(Health + "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n" + Health);

        Assert.Equal(200, (await client.ReadAsync()).Status);
        Assert.Equal(404, (await client.ReadAsync()).Status);
        Assert.Equal(200, (await client.ReadAsync()).Status);
    }

    [Fact]
    public async Task Request_can_arrive_byte_by_byte()
    {
        using TestService service = new();
        using RawClient client = new(service);

        foreach (char c in "POST /nothing HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nTrailer: t\r\n\r\n" + Health)
            await client.SendAsync(c.ToString());

        Assert.Equal(404, (await client.ReadAsync()).Status);
        Assert.Equal(200, (await client.ReadAsync()).Status);
    }

    [Theory]
    [InlineData("/_emulator/health", "HTTP/1.1 200 OK\r\n")]
    [InlineData("/nowhere", "HTTP/1.1 404 Not Found\r\n")]
    [InlineData("/v2/available-zones", "HTTP/1.1 401 Unauthorized\r\n")]
    public async Task Status_line_has_the_standard_reason_phrase(string path, string expected)
    {
        using TestService service = new();
        using RawClient client = new(service);

        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");

        Assert.StartsWith(expected, (await client.ReadAsync()).Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_response_has_the_length_but_no_body()
    {
        using TestService service = new();
        using RawClient client = new(service);

        await client.SendAsync("HEAD /_emulator/health HTTP/1.1\r\nHost: x\r\n\r\n" + Health);

        (int status, string head, string body) = await client.ReadAsync(isHead: true);
        Assert.Equal((200, ""), (status, body));
        Assert.DoesNotContain("Content-Length: 0\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\"ok\"", (await client.ReadAsync()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /_emulator/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /_emulator/health HTTP/1.0\r\n\r\n")]
    public async Task Connection_closes_on_request_of_the_client(string request)
    {
        using TestService service = new();
        using RawClient client = new(service);

        await client.SendAsync(request);

        Assert.Equal(200, (await client.ReadAsync()).Status);
        Assert.True(await client.IsClosedAsync());
    }

    [Theory]
    [InlineData("GET http://other.test/_emulator/health HTTP/1.1\r\nHost: x\r\n\r\n", 200)]
    [InlineData("\r\nGET /_emulator/health HTTP/1.1\r\nHost: x\r\n\r\n", 200)]
    [InlineData("GET /_emulator/health HTTP/1.1\nHost: x\n\n", 200)]
    [InlineData("GET /_emulator/health HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /_emulator/health HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400)]
    [InlineData("GET /_emulator/health\r\n\r\n", 400)]
    [InlineData("GET  /_emulator/health HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET _emulator HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /\u00e4 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("G@T / HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\u0000\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 2\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 67108865\r\n\r\n", 413)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nExpect: miracles\r\n\r\n", 417)]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\n", 400)]
    public async Task Malformed_request_is_rejected_and_the_service_continues(string text, int status)
    {
        using TestService service = new();
        using RawClient client = new(service);

        await client.SendAsync(text);

        Assert.Equal(status, (await client.ReadAsync()).Status);
        if (status != 200)
            Assert.True(await client.IsClosedAsync());
        using RawClient next = new(service);
        await next.SendAsync(Health);
        Assert.Equal(200, (await next.ReadAsync()).Status);
    }

    /// <summary>A browser on this computer runs pages of other sites, which can reach the loopback address.</summary>
    [Theory]
    [InlineData("Host: localhost:8080", 204)]
    [InlineData("Host: 127.0.0.1", 204)]
    [InlineData("Host: [::1]:8080", 204)]
    [InlineData("Host: host.docker.internal:8080", 204)]
    [InlineData("Host: emulator\r\nOrigin: http://localhost:3000", 204)]
    [InlineData("Host: rebound.evil.com:8080", 421)]
    [InlineData("Host: localhost.evil.com", 421)]
    [InlineData("Host: 127.0.0.1.evil.com.", 421)]
    [InlineData("Host: a b", 421)]
    [InlineData("Host: localhost\r\nOrigin: https://evil.com", 403)]
    [InlineData("Host: localhost\r\nOrigin: null", 403)]
    public async Task Web_pages_cannot_reset_or_read_the_emulator(string headers, int status)
    {
        using TestService service = new();
        await service.DeleteAsync("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev"));
        using RawClient client = new(service);

        await client.SendAsync($"POST /_emulator/reset HTTP/1.1\r\n{headers}\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(status, (await client.ReadAsync()).Status);
        Assert.Equal(status == 204, service.Emulator.Requests.Count == 0);
    }

    [Fact]
    public async Task Oversized_header_is_rejected()
    {
        using TestService service = new();
        using RawClient client = new(service);

        await client.SendAsync("GET / HTTP/1.1\r\nHost: x\r\nX: " + new string('x', 100_000) + "\r\n\r\n");

        Assert.Equal(431, (await client.ReadAsync()).Status);
    }

    [Fact]
    public async Task Client_that_disconnects_midway_does_not_affect_others()
    {
        using TestService service = new();
        foreach (string part in new[] { "", "GET /", "GET / HTTP/1.1\r\nHost: x\r\n", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc" })
        {
            using RawClient client = new(service);
            await client.SendAsync(part);
        }

        (await service.ConnectBySocket().AskAsync(service.Path("/v2/{project_id}/instances?engine=kafka"))).Ok();
        Assert.Single(service.Emulator.Requests);
    }

    [Fact]
    public async Task Stopping_closes_idle_connections_and_the_port()
    {
        using TestService service = new();
        using RawClient client = new(service);
        await client.SendAsync(Health);
        Assert.Equal(200, (await client.ReadAsync()).Status);
        Uri endpoint = service.Emulator.Endpoint!;

        service.Emulator.StopListening();
        service.Emulator.StopListening();

        Assert.True(await client.IsClosedAsync());
        Assert.Null(service.Emulator.Endpoint);
        using TcpClient late = new();
        await Assert.ThrowsAsync<SocketException>(() => late.ConnectAsync(endpoint.Host, endpoint.Port, TestContext.Current.CancellationToken).AsTask());
        service.Emulator.Listen(endpoint.Port);
        (await service.ConnectBySocket().AskAsync("/v3/projects")).Ok();
    }

    [Fact]
    public async Task Request_in_progress_is_answered_when_listening_stops()
    {
        using TestService service = new();
        HttpClient client = service.ConnectBySocket();
        service.Emulator.Faults.Add(new Fault { Latency = TimeSpan.FromSeconds(1) });
        Task<Response> asking = client.AskAsync("/v3/projects");
        await service.WaitForDelayAsync();

        service.Emulator.StopListening();
        service.Clock.Advance(TimeSpan.FromSeconds(1));

        (await asking).Ok();
    }

    [Fact]
    public void Listening_twice_throws()
    {
        using TestService service = new();
        service.Emulator.Listen();

        Assert.Throws<InvalidOperationException>(() => service.Emulator.Listen());
    }
}

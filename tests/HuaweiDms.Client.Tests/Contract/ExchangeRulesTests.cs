using System.Net;
using System.Text;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Contract;

/// <summary>The rules of the contract for an exchange.</summary>
public sealed class ExchangeRulesTests
{
    private const string Restart = """{"action":"restart","instances":["i1"]}""";
    private const string Restarted = """{"results":[{"instance":"i1","result":"success"}]}""";

    [Theory]
    [InlineData("POST", "/v2/p1/instances/action", Restart, 200, Restarted)]
    [InlineData("POST", "/v2/p1/instances/action", """{"action":"delete","all_failure":"kafka"}""", 204, null)]
    [InlineData("POST", "/v2/p1/instances/action", Restart, 400, """{"error_code":"DMS.00400026","error_msg":"busy"}""")]
    [InlineData("POST", "/v2/p1/instances/action", Restart, 503, """{"code":"x","message":"y"}""")]
    [InlineData("GET", "/v2/p1/instances?engine=kafka&limit=10", null, 200, """{"instances":[],"instance_num":0,"something_new":1}""")]
    [InlineData("GET", "/v3/projects?name=eu-west-0", null, 401, """{"error":{"code":401,"message":"no","title":"Unauthorized"}}""")]
    [InlineData("PUT", "/v2/p1/instances/i1/topics", """{"topics":[{"id":"t1"}]}""", 206, """{"failed_topics":[]}""")]
    [InlineData("GET", "/_emulator/health", null, 200, "fine")]
    public void A_documented_exchange_is_accepted(string method, string path, string? request, int status, string? response)
        => Assert.Empty(Check(method, path, request, status, response));

    [Theory]
    [InlineData("GET", "/v2/p1/nothing", null, 200, "{}", "path", "")]
    [InlineData("PATCH", "/v2/p1/instances/i1", null, 200, "{}", "path", "")]
    [InlineData("GET", "/v2/p1/instances", null, 200, "{}", "query", "engine")]
    [InlineData("GET", "/v2/p1/instances?engine=redis", null, 200, "{}", "query", "engine")]
    [InlineData("GET", "/v2/p1/instances?engine=kafka&engine=kafka", null, 200, "{}", "query", "engine")]
    [InlineData("GET", "/v2/p1/instances?engine=kafka&offset=-1", null, 200, "{}", "query", "offset")]
    [InlineData("GET", "/v2/p1/instances?engine=kafka&colour=red", null, 200, "{}", "query", "colour")]
    [InlineData("GET", "/v2/p1/instances/i1/connector/tasks?limit=51", null, 200, "{}", "query", "limit")]
    [InlineData("GET", "/v2/p1/instances/i1/connector/tasks?limit=ten", null, 200, "{}", "query", "limit")]
    [InlineData("GET", "/v2/p1/instances/i1/management/topics/t1/partitions/first/end-message", null, 200, "{}", "path", "partition")]
    [InlineData("POST", "/v2/p1/instances/action", null, 200, Restarted, "request body", "")]
    [InlineData("POST", "/v2/p1/instances/action", "not json", 200, Restarted, "request body", "")]
    [InlineData("POST", "/v2/p1/instances/action", """{"action":"restart","instance":["i1"]}""", 200, Restarted, "request body", "/instance")]
    [InlineData("POST", "/v2/p1/instances/action", """{"action":"restart","instances":[1]}""", 200, Restarted, "request body", "/instances/0")]
    [InlineData("POST", "/v2/p1/instances/action", """{"action":"explode","instances":["i1"]}""", 200, Restarted, "request body", "/action")]
    [InlineData("GET", "/v2/p1/instances/i1", "{}", 200, "{}", "request body", "")]
    [InlineData("POST", "/v2/p1/instances/action", Restart, 202, Restarted, "status", "")]
    [InlineData("POST", "/v2/p1/instances/action", Restart, 200, null, "response body", "")]
    [InlineData("POST", "/v2/p1/instances/action", Restart, 204, Restarted, "response body", "")]
    [InlineData("POST", "/v2/p1/instances/action", Restart, 200, """{"results":[{"instance":"i1","result":"sucess"}]}""", "response body", "/results/0/result")]
    [InlineData("POST", "/v2/p1/instances/action", Restart, 500, "<html>", "response body", "")]
    [InlineData("POST", "/v2/p1/instances/action", Restart, 400, """{"error":"busy"}""", "response body", "")]
    public void Any_violation_is_reported_with_its_place(string method, string path, string? request, int status, string? response, string place, string location)
    {
        Violation found = Assert.Single(Check(method, path, request, status, response));
        Assert.Equal((place, location), (found.Place, found.Location));
    }

    [Fact]
    public async Task A_handler_blocks_a_wrong_request_before_it_is_sent()
    {
        FixedHandler inner = new(HttpStatusCode.OK, Restarted);
        using HttpMessageInvoker client = new(new ContractHandler(inner));
        using HttpRequestMessage wrong = Post("""{"action":"restart","ids":["i1"]}""");

        ContractViolationException refused = await Assert.ThrowsAsync<ContractViolationException>(() => client.SendAsync(wrong, TestContext.Current.CancellationToken));

        Assert.Contains("BatchRestartOrDeleteInstances (POST /v2/{project_id}/instances/action), request body /ids:", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, inner.Calls);
    }

    [Fact]
    public async Task A_handler_blocks_a_wrong_response_and_passes_on_a_valid_one()
    {
        using HttpMessageInvoker wrong = new(new ContractHandler(new FixedHandler(HttpStatusCode.OK, """{"results":"all"}""")));
        using HttpRequestMessage first = Post(Restart);
        await Assert.ThrowsAsync<ContractViolationException>(() => wrong.SendAsync(first, TestContext.Current.CancellationToken));

        using HttpMessageInvoker right = new(new ContractHandler(new FixedHandler(HttpStatusCode.OK, Restarted)));
        using HttpRequestMessage second = Post(Restart);
        using HttpResponseMessage response = await right.SendAsync(second, TestContext.Current.CancellationToken);
        Assert.Equal(Restarted, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_missing_required_response_header_is_detected()
    {
        using HttpMessageInvoker client = new(new ContractHandler(new FixedHandler(HttpStatusCode.Created, """{"token":{}}""")));
        using HttpRequestMessage request = new(HttpMethod.Post, "https://localhost/v3/auth/tokens");
        request.Content = new StringContent(ApiContract.Default["KeystoneCreateUserTokenByPassword"].RequestBody!.Examples[0].GetRawText(), Encoding.UTF8, "application/json");

        ContractViolationException refused = await Assert.ThrowsAsync<ContractViolationException>(() => client.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal("X-Subject-Token", Assert.Single(refused.Violations).Location);
    }

    [Fact]
    public void A_recording_is_checked_line_by_line_and_allows_hidden_secrets()
    {
        using StringReader recording = new("""
            {"time":"2026-01-02T03:04:05+00:00","method":"PUT","path":"/v2/p1/instances/i1/users/u1","operation":"ResetUserPasswrod","request":{"new_password":"********"},"status":204,"headers":{}}

            {"method":"PUT","path":"/v2/p1/instances/i1/users/u1","operation":"ResetUserPasswrod","request":{"new_pasword":"********"},"status":204,"headers":{}}
            {"method":"GET","path":"/_emulator/health","operation":null,"status":200,"response":{"status":"ok"}}
            {"method":"GET","path":"/v2/p1/instances/i1","operation":"ShowInstance","status":0}
            """);
        Violation found = Assert.Single(Recording.Check(recording));
        Assert.StartsWith("line 3: ResetUserPasswrod", found.ToString(), StringComparison.Ordinal);
        Assert.Equal("/new_pasword", found.Location);
    }

    [Theory]
    [InlineData("""{"method":"GET","path":"/v2/p1/instances/i1","operation":"ShowInstanceV1","status":0}""", "ShowInstanceV1")]
    [InlineData("""{"method":"GET","path":"/v2/p1/instances/i1","status":200,"response":"(17 bytes that are not JSON)"}""", "not JSON")]
    public void A_recording_is_rejected_for(string line, string because)
    {
        using StringReader recording = new(line);
        Assert.Contains(because, Assert.Single(Recording.Check(recording)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_not_an_exchange_is_named()
    {
        using StringReader recording = new("\n{\"method\":1}");
        Assert.StartsWith("Line 2 ", Assert.Throws<InvalidDataException>(() => Recording.Check(recording)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_secret_is_allowed_only_in_a_recording()
    {
        Exchange exchange = new() { Method = "GET", PathAndQuery = "/v2/p1/instances?engine=********" };

        Assert.Empty(new ExchangeRules(ApiContract.Default) { Redacted = true }.Check(exchange));
        Assert.Single(new ExchangeRules(ApiContract.Default).Check(exchange));
    }

    private static HttpRequestMessage Post(string body) => new(HttpMethod.Post, "https://localhost/v2/p1/instances/action")
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
    };

    private static IReadOnlyList<Violation> Check(string method, string path, string? request, int status, string? response)
        => new ExchangeRules(ApiContract.Default).Check(new()
        {
            Method = method,
            PathAndQuery = path,
            RequestBody = request,
            Status = status,
            ResponseBody = response,
        });

    private sealed class FixedHandler(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }
    }
}

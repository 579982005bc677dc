using System.Net;
using System.Text;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>Errors of every format are read, and reveal no secrets.</summary>
public sealed class ErrorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A body, and the id and message that it becomes.</summary>
    public static TheoryData<string, string, string?> Shapes => new()
    {
        { """{"error_code":"DMS.00400010","error_msg":"Invalid instance name."}""", "DMS.00400010", "Invalid instance name." },
        { """{"error_msg":"Incorrect IAM authentication information: verify aksk signature fail","error_code":"APIGW.0301","request_id":"r-1"}""", "APIGW.0301", "Incorrect IAM authentication information: verify aksk signature fail" },
        { """{"code":"DMS.00400010","message":"Invalid instance name."}""", "DMS.00400010", "Invalid instance name." },
        { """{"errorCode":"DMS.1","errorMsg":"m"}""", "DMS.1", "m" },
        { """{"errCode":"DMS.1","errMsg":"m"}""", "DMS.1", "m" },
        { """{"error":{"message":"The username or password is wrong.","code":400,"title":"Bad Request"}}""", "HuaweiDms.Http400", "The username or password is wrong." },
        { """{"error":{"message":"m","code":"IAM.0101"}}""", "IAM.0101", "m" },
        { """{"error":{"title":"Bad Request","code":400}}""", "HuaweiDms.Http400", "Bad Request" },
        { """{"error_code":"DMS.1","error_msg":"m","details":[{"error_code":"DMS.2","error_msg":"of a part"}]}""", "DMS.1", "m" },
        { """{"error_code":"DCS.4064","error_msg":"The action is invalid.","error_ext_msg":null}""", "DCS.4064", "The action is invalid." },
        { """{"error_code":111400017,"error_msg":"m"}""", "111400017", "m" },
        { """{"error_code":"","error_msg":""}""", "HuaweiDms.Http400", """{"error_code":"","error_msg":""}""" },
        { "\uFEFF{\"error_code\":\"DMS.00400026\",\"error_msg\":\"busy\"}", "DMS.00400026", "busy" },
        { "\uFEFF<p>No.</p>", "HuaweiDms.Http400", "No." },
        { "", "HuaweiDms.Http400", null },
        { "   ", "HuaweiDms.Http400", null },
        { "{}", "HuaweiDms.Http400", "{}" },
        { "null", "HuaweiDms.Http400", "null" },
        { "[]", "HuaweiDms.Http400", "[]" },
        { """["a", 5]""", "HuaweiDms.Http400", """["a", 5]""" },
        { "upstream connect error", "HuaweiDms.Http400", "upstream connect error" },
        { "<html><h1>Bad gateway</h1>nginx</html>", "HuaweiDms.Http400", "Bad gateway nginx" },
        { "<html><head><title>400 Bad Request</title></head>\r\n<body>\r\n<center>nginx</center></body></html>", "HuaweiDms.Http400", "400 Bad Request nginx" },
        { """{"error_code":"DMS.00400010","error_msg":"Invalid na""", "DMS.00400010", null },
        { """{"error_code":"DMS.00400010","error_msg":"Invalid name",""", "DMS.00400010", "Invalid name" },
        { """{"error_msg":"half \ud800 pair","error_code":"DMS.1"}""", "DMS.1", "half \ufffd pair" },
        { """{"error_code":"DMS.1","error_msg":"half \ud800 pair"}""", "DMS.1", "half \ufffd pair" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task An_error_body_is_read_for_code_and_message(string body, string id, string? message)
    {
        foreach (string? contentType in new[] { "application/json", "text/html", null })
        {
            using ScriptedClient client = new ScriptedClient().Then(Responses.Respond(HttpStatusCode.BadRequest, body, contentType));
            DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));
            Assert.Equal((id, message, 400), (error.ErrorId, error.ServiceMessage, error.StatusCode));
            Assert.Contains("ShowInstance was refused", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("..", error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>The text of an error reaches terminals and pipeline logs, where lines and escape sequences may be commands.</summary>
    [Fact]
    public async Task An_error_is_one_printable_line_of_limited_length()
    {
        string said = """gone\u001b]0;title\u0007\n##vso[task.setvariable variable=x]y""" + new string('z', 60_000);
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(400, "DMS.1\\u001b[2J" + new string('1', 5_000), said));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.StartsWith("DMS.1?[2J1", error.ErrorId, StringComparison.Ordinal);
        Assert.Contains("gone?]0;title? ##vso", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("gone?]0;title? ##vso", error.ServiceMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message + error.ErrorId + error.ServiceMessage, char.IsControl);
        Assert.InRange(error.Message.Length, 1_000, 2_000);
        Assert.InRange(error.ErrorId.Length, 100, 200);
    }

    [Fact]
    public void Any_bytes_can_be_read_as_an_error()
    {
        Random random = new(Trials.SeedOf(0));
        byte[][] beginnings = [[], """{"error_code":"A","error_msg":"""u8.ToArray(), "<html>"u8.ToArray(), [0xEF, 0xBB, 0xBF, (byte)'{']];
        for (int i = 0; i < 3000; i++)
        {
            byte[] noise = new byte[random.Next(64)];
            random.NextBytes(noise);
            ErrorBody body = ErrorBody.Parse([.. beginnings[i % beginnings.Length], .. noise], new(new HttpRequestMessage().Headers, []));
            Assert.True(body.Message is not { Length: > 400 });
        }
    }

    [Fact]
    public async Task A_huge_page_is_truncated()
    {
        string page = "<p>" + new string('x', 30_000_000) + "</p>";
        using ScriptedClient client = new ScriptedClient().Then(Responses.Body(page, BrokenBody.End.Whole, HttpStatusCode.BadRequest));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.InRange(error.ServiceMessage!.Length, 100, 301);
    }

    [Fact]
    public async Task An_error_with_a_truncated_body_is_still_that_error()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Body("""{"error_code":"DMS.00404022","error_m""", BrokenBody.End.Broken, HttpStatusCode.NotFound));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal(("DMS.00404022", DmsErrorKind.NotFound), (error.ErrorId, error.Kind));
    }

    [Theory]
    [InlineData("X-Request-Id")]
    [InlineData("X-IAM-Trace-Id")]
    [InlineData("X-Openstack-Request-Id")]
    public async Task The_request_id_is_read_from_any_of_its_headers(string header)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(400, "DMS.1").With(response => response.Headers.Add(header, "req-7")));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal("req-7", error.RequestId);
        Assert.Contains("request id req-7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_id_is_printable_wherever_it_comes_from()
    {
        using ScriptedClient inHeader = new ScriptedClient().Then(
            Responses.Error(400, "DMS.1").With(response => response.Headers.TryAddWithoutValidation("X-Request-Id", "id-\u001b[31m" + new string('7', 5_000))));
        using ScriptedClient inBody = new ScriptedClient().Then(Responses.Respond(HttpStatusCode.BadRequest, """{"error_code":"DMS.1","request_id":"id-\u001b[31m7"}"""));
        List<string?> logged = [];
        using (DmsClient.ListenToRequests(entry => logged.Add(entry.RequestId)))
        {
            foreach (ScriptedClient client in new[] { inHeader, inBody })
            {
                DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));
                Assert.StartsWith("id-?[31m7", error.RequestId, StringComparison.Ordinal);
                Assert.InRange(error.RequestId!.Length, 1, 200);
            }
        }

        Assert.StartsWith("id-?[31m7", logged[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_id_is_read_from_the_body_if_no_header_has_it()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("""{"error_msg":"m","error_code":"APIGW.0101","request_id":"req-8"}""", HttpStatusCode.NotFound));
        Assert.Equal("req-8", (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).RequestId);
    }

    [Fact]
    public async Task A_canonical_request_repeated_by_the_gateway_is_not_shown()
    {
        const string Token = "gQpjbi1ub3J0aC00-security-token";
        using ScriptedClient client = new ScriptedClient(options => options.Credential = new AccessKeyCredential("AKTESTAKTESTAKTEST01", Secret.From("sk"), Secret.From(Token)))
            .Then(Responses.Json(
                $$$"""{"error_msg":"Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:GET|/v2/x/||host:dms.test|x-security-token:{{{Token}}}||host","error_code":"APIGW.0301"}""",
                HttpStatusCode.Unauthorized));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal("Incorrect IAM authentication information: verify aksk signature fail", error.ServiceMessage);
        Assert.DoesNotContain(Token, $"{error} {error.Advice}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, "20 minutes behind")]
    [InlineData(-16, "16 minutes ahead of")]
    public async Task A_wrong_clock_is_named_as_the_likely_cause(int minutes, string said)
    {
        using ScriptedClient client = new();
        client.Then(Responses.Error(401, "APIGW.0301").With(response => response.Headers.Date = client.Time.GetUtcNow().AddMinutes(minutes)));

        Assert.Contains(said, (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Advice!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correct_clock_is_not_named_as_the_cause()
    {
        using ScriptedClient client = new();
        client.Then(Responses.Error(401, "APIGW.0301").With(response => response.Headers.Date = client.Time.GetUtcNow().AddMinutes(1)));

        Assert.Contains("secret key", (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Advice!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("APIGW.0106")]
    [InlineData("APIGW.0301")]
    [InlineData("APIGW.0307")]
    public async Task An_authentication_failure_gives_advice_on_the_credential_in_use(string code)
    {
        using ScriptedClient keys = new ScriptedClient().Then(Responses.Error(401, code));
        string advice = (await keys.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Advice!;
        Assert.Contains("secret key", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("token", advice, StringComparison.OrdinalIgnoreCase);

        using ScriptedClient token = new ScriptedClient(options => options.Credential = new TokenCredential(Secret.From("some-token"))).Then(Responses.Error(401, code));
        advice = (await token.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Advice!;
        Assert.Contains("token", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("key", advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_inside_a_request_are_distinct_from_those_that_signed_it()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(400, "DMS.00500960"));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal(DmsErrorKind.AuthenticationFailed, error.Kind);
        Assert.Contains("OBS", error.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("clock", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DMS.00400026", 400, DmsErrorKind.Busy)]
    [InlineData("DMS.10240407", 404, DmsErrorKind.Throttled)]
    [InlineData("DMS.00404022", 404, DmsErrorKind.NotFound)]
    [InlineData("DMS.111501024", 408, DmsErrorKind.TimedOut)]
    [InlineData("DMS.111501025", 503, DmsErrorKind.Throttled)]
    [InlineData("DMS.111501026", 501, DmsErrorKind.InvalidArgument)]
    [InlineData("APIGW.0301", 401, DmsErrorKind.AuthenticationFailed)]
    public async Task A_documented_code_determines_the_kind_and_the_advice(string code, int status, DmsErrorKind kind)
    {
        using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(Responses.Error(status, code));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal((code, kind), (error.ErrorId, error.Kind));
        Assert.False(string.IsNullOrWhiteSpace(error.Advice));
    }

    [Theory]
    [InlineData(403, "permission")]
    [InlineData(500, "request id")]
    [InlineData(502, "request id")]
    [InlineData(503, "request id")]
    public async Task A_refusal_with_an_unknown_code_has_advice(int status, string said)
    {
        using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(Responses.Error(status, "ANY.1"));
        Assert.Contains(said, (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_has_the_instance_it_concerns()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(400, "DMS.1"), Responses.Error(400, "DMS.1"));

        Assert.Equal("i-1", (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).InstanceId);
        Assert.Null((await client.FailAsync(it => it.Tags.ListOfProjectAsync(Stop))).InstanceId);
    }

    [Theory]
    [InlineData(400, DmsErrorKind.InvalidArgument)]
    [InlineData(401, DmsErrorKind.AuthenticationFailed)]
    [InlineData(403, DmsErrorKind.PermissionDenied)]
    [InlineData(404, DmsErrorKind.NotFound)]
    [InlineData(405, DmsErrorKind.InvalidArgument)]
    [InlineData(408, DmsErrorKind.TimedOut)]
    [InlineData(409, DmsErrorKind.AlreadyExists)]
    [InlineData(410, DmsErrorKind.NotFound)]
    [InlineData(422, DmsErrorKind.InvalidArgument)]
    [InlineData(429, DmsErrorKind.Throttled)]
    [InlineData(500, DmsErrorKind.ServiceFailed)]
    [InlineData(501, DmsErrorKind.ServiceFailed)]
    [InlineData(599, DmsErrorKind.ServiceFailed)]
    public async Task The_status_determines_the_kind_if_the_code_does_not(int status, DmsErrorKind kind)
    {
        using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(Responses.Error(status, "DMS.99999999"));
        Assert.Equal(kind, (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Kind);
    }

    [Fact]
    public async Task No_error_of_any_kind_shows_a_secret()
    {
        foreach (ScriptedHandler.Step step in new[] { Responses.ConnectionReset, Responses.NameUnknown, Responses.Html(502), Responses.Error(400, "DMS.00400012"), Responses.Stalled, Responses.Html(200) })
        {
            using ScriptedClient client = new ScriptedClient().Then(step);
            DmsException error = await client.FailAsync(it => it.Instances.CreateAsync(Specifications.Maximal(), Stop));
            Assert.All(["sk-test-secret", "Access-Pass-1"], secret => Assert.DoesNotContain(secret, $"{error} {error.Advice}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_creation_does_send_the_secret()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("""{"instance_id":"i"}"""));

        await client.RunAsync(it => it.Instances.CreateAsync(Specifications.Maximal(), Stop));

        Assert.Equal("Access-Pass-1", client.Sent[0].Json.GetProperty("password").GetString());
        Assert.Equal(Encoding.UTF8.GetByteCount(client.Sent[0].Body), int.Parse(client.Sent[0].Headers["Content-Length"], System.Globalization.CultureInfo.InvariantCulture));
    }
}

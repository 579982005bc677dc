using System.Text;
using System.Text.Json.Nodes;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Identity;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tests.Identity;

public sealed class SignatureTests
{
    private const string Path = "/v3/projects";

    public static TheoryData<string> Vectors => [.. Load().Select(vector => (string)vector!["name"]!)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Published_signatures_are_accepted_and_altered_ones_rejected(string name)
    {
        JsonNode vector = Load().Single(candidate => (string?)candidate!["name"] == name)!;
        SignatureCheck check = CheckerOf(vector);
        string authorization = (string)vector["authorization"]!;

        check.Verify(RequestOf(vector), authorization);

        char last = authorization[^1];
        string broken = authorization[..^1] + (last == '0' ? '1' : '0');
        ApiErrorException refusal = Assert.Throws<ApiErrorException>(() => check.Verify(RequestOf(vector), broken));
        Assert.Contains(((string)vector["canonical_request"]!).Replace('\n', '|'), refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Test_helper_produces_the_published_signatures(string name)
    {
        JsonNode vector = Load().Single(candidate => (string?)candidate!["name"] == name)!;
        RequestMessage request = RequestOf(vector);
        string[] parts = request.Target.Split('?', 2);
        IEnumerable<(string, string)> signed = request.Headers.Where(header => header.Key != "Content-Type").Select(header => (header.Key, header.Value));

        string authorization = RequestSigning.Authorization(
            (string)vector["ak"]!, (string)vector["sk"]!, request.Method, parts[0], parts.ElementAtOrDefault(1) ?? "", signed,
            RequestSigning.Sha256(request.Body));

        Assert.Equal((string?)vector["authorization"], authorization);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signed_body_over_12_MB_is_rejected_in_process_and_over_a_socket(bool bySocket)
    {
        using TestService service = new();
        HttpClient client = bySocket ? service.ConnectBySocketUnchecked() : service.ConnectUnchecked();
        string path = service.Path("/v2/kafka/{project_id}/instances"), most = "{}".PadRight(12 << 20);

        Assert.Equal(400, (await client.AskAsync(HttpMethod.Post, path, most)).Status);
        (await client.AskAsync(HttpMethod.Post, path, most + " ")).Rejected(413, "APIGW.0001");
        client.DefaultRequestHeaders.Add("X-Auth-Token", "none");
        (await client.AskAsync(HttpMethod.Post, path, most + " ")).Rejected(401, "APIGW.0307");
    }

    [Fact]
    public async Task Error_for_a_wrong_secret_shows_the_canonical_request()
    {
        using TestService service = new();
        HttpClient client = service.Connect(service.Emulator.CreateHandler(), new Uri("http://emulator.test:81/"), secretKey: "wrong");

        Response response = await client.AskAsync(Path);

        response.Rejected(401, "APIGW.0301");
        Assert.StartsWith(
            "Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:GET|/v3/projects/||host:emulator.test:81|x-sdk-date:",
            response.ErrorMessage);
        Assert.NotEmpty((string)response.Json!["request_id"]!);
        Assert.Equal((string?)response.Json!["request_id"], response.Header("X-Request-Id"));
        Assert.DoesNotContain(service.Emulator.SecretKey, response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_for_an_unknown_access_key_names_it()
    {
        using TestService service = new();
        HttpClient client = service.Connect(service.Emulator.CreateHandler(), new Uri("http://emulator.test/"), accessKey: "NOBODY");

        Response response = await client.AskAsync(Path);

        response.Rejected(401, "APIGW.0301");
        Assert.EndsWith("ak NOBODY not exist", response.ErrorMessage);
    }

    [Theory]
    [InlineData(-15 * 60, true)]
    [InlineData(15 * 60, true)]
    [InlineData((-15 * 60) - 1, false)]
    [InlineData((15 * 60) + 1, false)]
    public async Task Signature_is_valid_within_15_minutes_in_both_directions(int seconds, bool accepted)
    {
        using TestService service = new();
        string date = RequestSigning.Date(service.Clock.UtcNow.AddSeconds(seconds));

        Response response = await AskAsync(service, [("host", "emulator.test"), ("x-sdk-date", date)]);

        if (accepted)
        {
            response.Ok();
            return;
        }

        response.Rejected(401, "APIGW.0301");
        Assert.EndsWith(
            $"signature expired, signature time:{date},server time:{RequestSigning.Date(service.Clock.UtcNow)}", response.ErrorMessage);
    }

    [Theory]
    [InlineData("20260102")]
    [InlineData("2026-01-02T03:04:05Z")]
    [InlineData("25690102T030405Z")]
    public async Task Malformed_date_is_rejected(string date)
    {
        using TestService service = new();

        (await AskAsync(service, [("host", "emulator.test"), ("x-sdk-date", date)])).Rejected(401, "APIGW.0301");
    }

    [Fact]
    public async Task Host_can_be_signed_with_or_without_its_port()
    {
        using TestService service = new();
        string date = RequestSigning.Date(service.Clock.UtcNow);

        foreach (string host in new[] { "emulator.test:8443", "emulator.test" })
            (await AskAsync(service, [("host", host), ("x-sdk-date", date)], address: "http://emulator.test:8443")).Ok();
        (await AskAsync(service, [("host", "other.test"), ("x-sdk-date", date)], address: "http://emulator.test:8443")).Rejected(401, "APIGW.0301");
    }

    [Theory]
    [InlineData("name=a+b", "name=a+b", true)]
    [InlineData("name=a+b", "name=a%20b", true)]
    [InlineData("name=a%20b", "name=a%20b", true)]
    [InlineData("name=a%2Bb", "name=a%20b", false)]
    [InlineData("name=a%20b", "name=a%2Bb", false)]
    [InlineData("name=a+b", "name=ab", false)]
    public async Task Plus_sign_in_a_query_can_be_signed_as_plus_or_space(string sent, string covered, bool accepted)
    {
        using TestService service = new();
        string date = RequestSigning.Date(service.Clock.UtcNow);
        string authorization = RequestSigning.Authorization(
            service.Emulator.AccessKey, service.Emulator.SecretKey, "GET", Path, covered, [("host", "emulator.test"), ("x-sdk-date", date)],
            RequestSigning.Sha256([]));

        Response response = await service.ConnectUnsigned().AskAsync($"{Path}?{sent}", ("X-Sdk-Date", date), ("Authorization", authorization));

        Assert.Equal(accepted ? 200 : 401, response.Status);
    }

    [Fact]
    public async Task Security_token_can_be_signed_or_unsigned()
    {
        using TestService service = new();
        string date = RequestSigning.Date(service.Clock.UtcNow);
        (string, string) token = ("X-Security-Token", "session/+=1");

        (await AskAsync(service, [("host", "emulator.test"), ("x-sdk-date", date), ("x-security-token", "session/+=1")], extra: [token])).Ok();
        (await AskAsync(service, [("host", "emulator.test"), ("x-sdk-date", date)], extra: [token])).Ok();
        (await AskAsync(service, [("host", "emulator.test"), ("x-sdk-date", date), ("x-security-token", "other")], extra: [token])).Rejected(401, "APIGW.0301");
    }

    [Theory]
    [InlineData("host")]
    [InlineData("x-sdk-date")]
    public async Task Host_and_date_must_be_signed(string missing)
    {
        using TestService service = new();
        string date = RequestSigning.Date(service.Clock.UtcNow);
        using HttpClient client = service.ConnectUnsigned();
        string good = RequestSigning.Authorization(
            service.Emulator.AccessKey, service.Emulator.SecretKey, "GET", Path, "", [("host", "emulator.test"), ("x-sdk-date", date)],
            RequestSigning.Sha256([]));
        string signed = missing == "host" ? "x-sdk-date" : "host";

        Response response = await client.AskAsync(
            Path, ("X-Sdk-Date", date), ("Authorization", good.Replace("host;x-sdk-date", signed, StringComparison.Ordinal)));

        response.Rejected(401, "APIGW.0301");
        Assert.EndsWith($"signed header {missing} not found", response.ErrorMessage);
    }

    [Fact]
    public async Task Missing_or_unsupported_credentials_are_rejected()
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnsigned();

        (await client.AskAsync(Path)).Rejected(401, "APIGW.0301");
        (await client.AskAsync(Path, ("Authorization", "Basic dXNlcjpwYXNz"))).Rejected(401, "APIGW.0301");
        (await client.AskAsync(Path, ("Authorization", "SDK-HMAC-SHA256 Access=a"))).Rejected(401, "APIGW.0301");
        (await client.AskAsync(Path, ("Authorization", "SDK-HMAC-SHA256 Access=a, SignedHeaders=host;x-sdk-date, Signature=b"))).Rejected(401, "APIGW.0301");
    }

    [Fact]
    public async Task Body_can_be_unsigned_only_if_the_request_declares_it()
    {
        using TestService service = new();
        string date = RequestSigning.Date(service.Clock.UtcNow);
        string path = service.Path("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev"));
        (string, string)[] signed = [("host", "emulator.test"), ("x-sdk-date", date)];
        HttpClient client = service.ConnectUnsigned();
        string authorization = RequestSigning.Authorization(
            service.Emulator.AccessKey, service.Emulator.SecretKey, "PUT", path, "", signed, "UNSIGNED-PAYLOAD");

        (await client.AskAsync(HttpMethod.Put, path, """{"description":"x"}""", ("X-Sdk-Date", date), ("Authorization", authorization)))
            .Rejected(401, "APIGW.0301");
        (await client.AskAsync(
            HttpMethod.Put, path, """{"description":"x"}""",
            ("X-Sdk-Date", date), ("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD"), ("Authorization", authorization))).NoContent();
    }

    [Fact]
    public async Task Altered_body_is_rejected()
    {
        using TestService service = new();
        string date = RequestSigning.Date(service.Clock.UtcNow);
        string path = service.Path("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev"));
        byte[] signedBody = Encoding.UTF8.GetBytes("""{"description":"x"}""");
        HttpClient client = service.ConnectUnsigned();
        string authorization = RequestSigning.Authorization(
            service.Emulator.AccessKey, service.Emulator.SecretKey, "PUT", path, "", [("host", "emulator.test"), ("x-sdk-date", date)],
            RequestSigning.Sha256(signedBody));

        foreach ((string, string)[] extra in new (string, string)[][] { [], [("X-Sdk-Content-Sha256", RequestSigning.Sha256(signedBody))] })
        {
            (await client.AskAsync(HttpMethod.Put, path, """{"description":"y"}""", [("X-Sdk-Date", date), ("Authorization", authorization), .. extra]))
                .Rejected(401, "APIGW.0301");
        }
    }

    private static async Task<Response> AskAsync(
        TestService service, (string Name, string Value)[] signed, string address = "http://emulator.test", params (string, string)[] extra)
    {
        string authorization = RequestSigning.Authorization(
            service.Emulator.AccessKey, service.Emulator.SecretKey, "GET", Path, "", signed, RequestSigning.Sha256([]));
        string date = signed.Single(header => header.Name == "x-sdk-date").Value;
        return await service.ConnectUnsigned().AskAsync(address + Path, [("X-Sdk-Date", date), ("Authorization", authorization), .. extra]);
    }

    private static SignatureCheck CheckerOf(JsonNode vector)
    {
        DmsEmulatorOptions options = new() { AccessKey = (string)vector["ak"]!, SecretKey = (string)vector["sk"]! };
        return new SignatureCheck(new Account(options), new ServiceTime(new ManualClock(), speed: 1));
    }

    private static RequestMessage RequestOf(JsonNode vector)
    {
        string url = (string)vector["url"]!;
        int path = url.IndexOf('/', "https://".Length);
        HeaderList headers = new();
        // The vendor's SDK signs the host without its port.
        headers.Add("Host", ((string)vector["host"]!).Split(':')[0]);
        headers.Add("X-Sdk-Date", (string)vector["date"]!);
        foreach (JsonNode? header in vector["headers"]!.AsArray())
            headers.Add((string)header![0]!, (string)header[1]!);
        return new RequestMessage((string)vector["method"]!, url[path..], headers, Encoding.UTF8.GetBytes((string)vector["body"]!));
    }

    private static JsonArray Load()
    {
        using Stream stream = typeof(SignatureTests).Assembly.GetManifestResourceStream("signature-vectors.json")!;
        return JsonNode.Parse(stream)!["vectors"]!.AsArray();
    }
}

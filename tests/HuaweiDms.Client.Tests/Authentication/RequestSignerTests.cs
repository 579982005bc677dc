using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Authentication;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Authentication;

/// <summary>Request signing.</summary>
public sealed class RequestSignerTests
{
    private const string AccessKey = "MOCKAK0123456789ABCD";
    private const string SecretKey = "mockSecretKey0123456789abcdefghijklmnopq";
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static TheoryData<string> Vectors => [.. SignatureVector.All.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_known_signature_is_computed_exactly(string name)
    {
        SignatureVector vector = SignatureVector.All.Single(vector => vector.Name == name);
        (HttpRequestMessage request, RequestTarget target) = RequestOf(vector);
        byte[] body = Encoding.UTF8.GetBytes(vector.Body);
        string[]? token = vector.Headers.SingleOrDefault(header => header[0] == "X-Security-Token");
        using AccessKeys keys = new(vector.AccessKey, Secret.From(vector.SecretKey), token is null ? null : Secret.From(token[1]), DateTimeOffset.MaxValue);

        RequestSigner.Sign(request, target, body, keys, DateOf(vector));

        (string canonical, string toSign) = Explain(request, target, body, vector.Date);
        Assert.Equal(vector.CanonicalRequest, canonical);
        Assert.Equal(vector.StringToSign, toSign);
        Assert.Equal(vector.Authorization, Header(request, "Authorization"));
        Assert.Equal(vector.Date, Header(request, "X-Sdk-Date"));
    }

    [Fact]
    public void All_known_signatures_are_loaded() => Assert.Equal(25, SignatureVector.All.Count);

    [Fact]
    public async Task The_request_on_the_wire_equals_the_signed_request_for_any_names()
    {
        using WireListener listener = new();
        using HttpClient client = WireListener.CreateClient();
        using AccessKeyCredential credential = new(AccessKey, Secret.From(SecretKey));
        int sent = 0;
        foreach ((string Name, IReadOnlyList<KeyValuePair<string, string?>> Query, byte[] Body) sample in Samples(200))
        {
            RequestTarget target;
            try
            {
                target = RequestTarget.Create("/v2/{project_id}/groups/{group}/x", [new("project_id", "p1"), new("group", sample.Name)], sample.Query);
            }
            catch (DmsException refused)
            {
                Assert.Equal(DmsErrorKind.InvalidArgument, refused.Kind);
                continue;
            }

            using HttpRequestMessage request = new(HttpMethod.Post, target.On(listener.Address));
            request.Headers.TryAddWithoutValidation("X-Project-Id", "p1");
            request.Content = new ByteArrayContent(sample.Body);
            await credential.AuthenticateAsync(request, target, sample.Body, Now, TestContext.Current.CancellationToken);
            using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(target.PathAndQuery, listener.Last.Target);
            Assert.Equal(sample.Name, Uri.UnescapeDataString(listener.Last.Target.Split('?')[0].Split('/')[4]));
            listener.Last.AssertIsSignedWith(AccessKey, SecretKey);
            sent++;
        }

        Assert.InRange(sent, 100, int.MaxValue);
    }

    [Fact]
    public async Task A_header_is_signed_as_sent_or_rejected()
    {
        using WireListener listener = new();
        using HttpClient client = WireListener.CreateClient();
        using AccessKeyCredential credential = new(AccessKey, Secret.From(SecretKey));
        RequestTarget target = RequestTarget.Create("/v2/p1/instances", [], []);
        foreach (string value in Trials.Samples(ArbMap.Default.GeneratorFor<string>(), 30, size: 200).Concat(["a\r\nX-Evil: 1", "a\nX-Evil: 1", " two  blanks "]))
        {
            using HttpRequestMessage request = new(HttpMethod.Get, target.On(listener.Address));
            try
            {
                request.Headers.TryAddWithoutValidation("X-Custom", value);
                await credential.AuthenticateAsync(request, target, [], Now, TestContext.Current.CancellationToken);
            }
            catch (Exception refused) when (refused is DmsException or FormatException)
            {
                continue;
            }

            using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(listener.Last.Headers, header => header.Key.Equals("X-Evil", StringComparison.OrdinalIgnoreCase));
            listener.Last.AssertIsSignedWith(AccessKey, SecretKey);
        }
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void The_culture_changes_neither_the_date_nor_the_signature(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Every_known_signature_is_computed_exactly("get-query-chinese");
            Assert.Equal("20260102T030405Z", RequestSigner.DateOf(Now));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_date_is_in_UTC()
        => Assert.Equal("20260101T190405Z", RequestSigner.DateOf(new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8))));

    [Fact]
    public async Task A_second_attempt_has_its_own_date_and_signature()
    {
        using AccessKeyCredential credential = new(AccessKey, Secret.From(SecretKey), Secret.From("token"));
        RequestTarget target = RequestTarget.Create("/v2/p1/instances", [], []);
        using HttpRequestMessage request = new(HttpMethod.Get, target.On(new("https://dms.cn-north-4.myhuaweicloud.com")));
        await credential.AuthenticateAsync(request, target, [], Now, TestContext.Current.CancellationToken);
        string first = Header(request, "Authorization");

        await credential.AuthenticateAsync(request, target, [], Now.AddSeconds(1), TestContext.Current.CancellationToken);

        Assert.Equal("20260102T030406Z", Header(request, "X-Sdk-Date"));
        Assert.Equal("token", Header(request, "X-Security-Token"));
        Assert.NotEqual(first, Header(request, "Authorization"));
    }

    [Fact]
    public async Task A_lowercase_method_is_signed_as_it_is_sent()
    {
        using WireListener listener = new();
        using HttpClient client = WireListener.CreateClient();
        using AccessKeyCredential credential = new(AccessKey, Secret.From(SecretKey));
        RequestTarget target = RequestTarget.Create("/v2", [], []);
        foreach (string method in new[] { "get", "Patch", "odd" })
        {
            using HttpRequestMessage request = new(new(method), target.On(listener.Address));
            await credential.AuthenticateAsync(request, target, [], Now, TestContext.Current.CancellationToken);
            using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            listener.Last.AssertIsSignedWith(AccessKey, SecretKey);
        }
    }

    [Theory]
    [InlineData("https://gateway.example/base/v9/", "/base/v9/v2/p1/instances/")]
    [InlineData("https://gateway.example", "/v2/p1/instances/")]
    public async Task The_base_path_of_an_endpoint_is_signed(string endpoint, string path)
    {
        using AccessKeyCredential credential = new(AccessKey, Secret.From(SecretKey));
        RequestTarget target = RequestTarget.Create("/v2/p1/instances", [], [new("limit", "1")]);
        using HttpRequestMessage request = new(HttpMethod.Get, target.On(new(endpoint)));
        await credential.AuthenticateAsync(request, target, [], Now, TestContext.Current.CancellationToken);

        (string canonical, string _) = Explain(request, target, [], "20260102T030405Z");

        Assert.StartsWith($"GET\n{path}\nlimit=1\nhost:gateway.example\n", canonical, StringComparison.Ordinal);
    }

    [Fact]
    public void Signing_allocates_at_most_512_bytes()
    {
        Assert.SkipWhen(ClientBuild.IsLegacy, "There is no hashing without allocations before .NET 5.");
        RequestTarget target = RequestTarget.Create("/v2/{project_id}/instances", [new("project_id", "0123456789abcdef0123456789abcdef")], [new("engine", "kafka"), new("limit", "50")]);
        using HttpRequestMessage request = new(HttpMethod.Get, target.On(new("https://dms.cn-north-4.myhuaweicloud.com")));
        request.Headers.TryAddWithoutValidation("X-Project-Id", "0123456789abcdef0123456789abcdef");
        using AccessKeys keys = new(AccessKey, Secret.From(SecretKey), null, DateTimeOffset.MaxValue);
        byte[] body = [];
        string date = RequestSigner.DateOf(Now);
        request.Headers.TryAddWithoutValidation("X-Sdk-Date", date);
        string result = "";
        for (int i = 0; i < 100; i++)
            result = Once();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            result = Once();

        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        Assert.StartsWith("SDK-HMAC-SHA256 Access=", result, StringComparison.Ordinal);
        Assert.InRange(each, 1, 512);

        string Once()
        {
            date = RequestSigner.DateOf(Now);
            return RequestSigner.Authorization(
                request, "dms.cn-north-4.myhuaweicloud.com", RequestTarget.PathOf(request.RequestUri!), target.Query, body, keys, date);
        }
    }

    [Fact]
    public void A_header_larger_than_the_buffer_is_signed_completely()
    {
        RequestTarget target = RequestTarget.Create("/v2/p1/instances", [], [.. Enumerable.Range(0, 300).Select(i => KeyValuePair.Create($"k{i:000}", (string?)new string('v', 30)))]);
        using HttpRequestMessage request = new(HttpMethod.Get, target.On(new("https://host")));
        for (int i = 0; i < 40; i++)
            request.Headers.TryAddWithoutValidation($"X-H{i:00}", new string('h', 100));

        using AccessKeys keys = new(AccessKey, Secret.From(SecretKey), null, DateTimeOffset.MaxValue);
        RequestSigner.Sign(request, target, [], keys, Now);
        WireRequest.Of(request).AssertIsSignedWith(AccessKey, SecretKey);
    }

    /// <summary>Returns the canonical request and the string to sign.</summary>
    private static (string CanonicalRequest, string StringToSign) Explain(HttpRequestMessage request, RequestTarget target, byte[] body, string date)
    {
        AsciiBuffer text = new(1024);
        SignedHeaders headers = new(request.Headers.Host!, request.Headers);
        RequestSigner.AppendCanonicalRequest(ref text, request.Method, RequestTarget.PathOf(request.RequestUri!), target.Query, headers, body);
        string canonical = text.Text();
        RequestSigner.ReplaceByStringToSign(ref text, date);
        return (canonical, text.Text());
    }

    private static (HttpRequestMessage Request, RequestTarget Target) RequestOf(SignatureVector vector)
    {
        string template = string.Concat(vector.PathSegments.Select((segment, i) => segment.Length == 0 ? "/" : $"/{{s{i}}}"));
        RequestTarget target = RequestTarget.Create(
            template,
            [.. vector.PathSegments.Select((segment, i) => KeyValuePair.Create($"s{i}", segment))],
            [.. vector.Query.Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))]);
        HttpRequestMessage request = new(new(vector.Method), target.On(new("https://" + vector.Host)));
        foreach (string[] header in vector.Headers)
            request.Headers.TryAddWithoutValidation(header[0], header[1]);

        return (request, target);
    }

    private static IEnumerable<(string Name, IReadOnlyList<KeyValuePair<string, string?>> Query, byte[] Body)> Samples(int count)
    {
        Gen<string> texts = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");
        Gen<IReadOnlyList<KeyValuePair<string, string?>>> queries = texts.Two().ListOf()
            .Select(pairs => (IReadOnlyList<KeyValuePair<string, string?>>)[.. pairs.Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2))]);
        Gen<byte[]> bodies = ArbMap.Default.GeneratorFor<byte[]>();
        string[] known = ["%", "?", "#", "&", "+", "a b", "消费组", "😀", "%2e%2e", "a%2Fb", "...", "~", "a.", "\t", "\u0000", "\u202e", ";=,@!$'()*[]", "a:b", "\ud800"];
        Gen<(string Name, IReadOnlyList<KeyValuePair<string, string?>> Query, byte[] Body)> any =
            from name in texts
            from query in queries
            from body in bodies
            select (name, query, body);
        return known.Select(name => (name, (IReadOnlyList<KeyValuePair<string, string?>>)[new(name, name), new("", "")], Array.Empty<byte>()))
            .Concat(Trials.Samples(any, count, size: 30));
    }

    private static DateTimeOffset DateOf(SignatureVector vector)
        => DateTimeOffset.ParseExact(vector.Date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Header(HttpRequestMessage request, string name) => Assert.Single(request.Headers.GetValues(name));
}

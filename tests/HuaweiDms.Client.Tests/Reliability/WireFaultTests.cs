using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;
using HuaweiDms.Json;
using HuaweiDms.Transport;
using static HuaweiDms.Client.Tests.Support.WireListener;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>Every operation on a real socket with a misbehaving other end; what counts is what that end receives.</summary>
public sealed class WireFaultTests
{
    private const string Healthy = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static readonly Dictionary<string, Fault> Faults = new(StringComparer.Ordinal)
    {
        // What the other end does, and the error for an operation that may be sent twice.
        ["reset after the request"] = new((it, _) => Do(it.Reset), DmsErrorKind.ConnectionFailed),
        ["closed after the request"] = new((it, _) => Do(it.Close), DmsErrorKind.ConnectionFailed),
        ["another protocol"] = new(SendAndClose("SSH-2.0-OpenSSH_9.6\r\n"), DmsErrorKind.ConnectionFailed),
        ["an incomplete head"] = new(SendAndClose("HTTP/1.1 200 OK\r\nContent-Ty"), DmsErrorKind.ConnectionFailed),
        ["an endless head"] = new(SendAndClose(Healthy + "X-Long: " + new string('x', 200_000)), DmsErrorKind.ConnectionFailed),
        ["an incomplete body"] = new(SendAndClose(Healthy + "Content-Length: 100\r\n\r\n{\"a\":"), DmsErrorKind.ConnectionFailed),
        ["invalid chunks"] = new(SendAndClose(Healthy + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n"), DmsErrorKind.ConnectionFailed),
        // Complete responses announce the end of the connection; otherwise the next attempt might use it.
        ["a body that is not compressed as declared"]
            = new(SendAndClose(Healthy + "Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n{\"a\":\"bcde\"}"), DmsErrorKind.UnreadableResponse),
        ["a body with an unrequested compression"]
            = new(SendAndClose(Healthy + "Connection: close\r\nContent-Encoding: br\r\nContent-Length: 12\r\n\r\n\v\x05{}Pack/Box\x03"), DmsErrorKind.UnreadableResponse),
        ["an error that is not compressed as declared"]
            = new(SendAndClose("HTTP/1.1 500 No\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n{\"a\":\"bcde\"}"), DmsErrorKind.ServiceFailed),
        ["an error with an unrequested compression"]
            = new(SendAndClose("HTTP/1.1 500 No\r\nConnection: close\r\nContent-Encoding: br\r\nContent-Length: 12\r\n\r\n\v\x05{}Pack/Box\x03"), DmsErrorKind.ServiceFailed),
        ["an error with an incomplete body"]
            = new(SendAndClose("HTTP/1.1 502 No\r\nContent-Length: 100\r\n\r\n<html>"), DmsErrorKind.ServiceFailed),
    };

    private static readonly Dictionary<string, WireListener.Response> Oddities = new(StringComparer.Ordinal)
    {
        ["byte by byte"] = async (it, _) =>
        {
            foreach (char letter in Healthy + "Content-Length: 14\r\n\r\n{\"all\":\"well\"}")
                await it.SendAsync(letter.ToString());
        },
        ["in chunks"] = SendAndClose(Healthy + "Transfer-Encoding: chunked\r\n\r\n7\r\n{\"all\":\r\n7\r\n\"well\"}\r\n0\r\n\r\n"),
        ["until the connection ends"] = SendAndClose(Healthy + "Connection: close\r\n\r\n{\"all\":\"well\"}"),
        ["after interim responses"] = SendAndClose("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + Healthy + "Content-Length: 14\r\n\r\n{\"all\":\"well\"}"),
        ["followed by more data"] = SendAndClose(Healthy + "Content-Length: 14\r\n\r\n{\"all\":\"well\"}HTTP/1.1 500 Smuggled\r\nContent-Length: 0\r\n\r\n"),
        ["with HTTP 1.0"] = SendAndClose("HTTP/1.0 200 OK\r\n\r\n{\"all\":\"well\"}"),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    public static TheoryData<string> OddityNames => [.. Oddities.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task Nothing_that_must_not_be_repeated_reaches_the_other_end_twice(string name)
    {
        Fault fault = Faults[name];
        await Assert.AllAsync(Operations.All, async operation =>
        {
            using WireListener listener = new(fault.Response);
            using WireClient client = new(listener.Address);
            DmsException error = await Assert.ThrowsAsync<DmsException>(() => SendAsync(client, operation));

            bool harmless = ApiContract.Default[operation.Name].IsIdempotent;
            Assert.Equal(harmless ? fault.Expected : DmsErrorKind.OutcomeUnknown, error.Kind);
            Assert.Equal(harmless ? 2 : 1, error.Attempts);
            // The platform itself may resend a read, up to four times per attempt.
            Assert.InRange(listener.Requests.Count, error.Attempts, error.Attempts * (operation.Method == HttpMethod.Get ? 4 : 1));
        });
    }

    /// <summary>When a reused connection breaks, .NET silently resends a request without content, whatever its method.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_broken_reused_connection_does_not_silently_resend_the_next_request(bool inOrder)
        => await Assert.AllAsync(Operations.All, async operation =>
        {
            using WireListener listener = new((it, number) => number == 1 ? it.SendJsonAsync("{}") : Do(inOrder ? it.Close : it.Reset));
            using WireClient client = new(listener.Address);
            await SendAsync(client, Operations.Named("ShowInstance"));
            if (ApiContract.Default[operation.Name].IsIdempotent)
            {
                ApiResponse<object> response = await SendAsync(client, operation);
                // Reading twice changes nothing; for a change it matters.
                if (operation.Method != HttpMethod.Get)
                    Assert.True(response.MayHaveActedBefore);
                Assert.Equal(3, listener.Requests.Count);
            }
            else
            {
                Assert.Equal(DmsErrorKind.OutcomeUnknown, (await Assert.ThrowsAsync<DmsException>(() => SendAsync(client, operation))).Kind);
                Assert.Equal(2, listener.Requests.Count);
            }
        });

    [Fact]
    public async Task Cookies_are_not_sent_back()
    {
        using WireListener listener = new((it, _) => it.SendAsync(
            "HTTP/1.1 200 OK\r\nSet-Cookie: session=1; Path=/\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"));
        using WireClient client = new(listener.Address);
        await SendAsync(client, Operations.Named("ShowInstance"));

        await SendAsync(client, Operations.Named("ShowInstance"));

        Assert.Equal(2, listener.Requests.Count);
        Assert.DoesNotContain(listener.Requests.SelectMany(request => request.Headers), header => header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_compressed_response_is_decompressed(string encoding)
    {
        using MemoryStream packed = new();
        await using (Stream packer = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await packer.WriteAsync("""{"instance_id":"i-1"}"""u8.ToArray(), Stop);
        }

        using WireListener listener = new(async (it, _) =>
        {
            await it.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\nContent-Length: {packed.Length}\r\n\r\n");
            await it.SendAsync(packed.ToArray());
        });
        using WireClient client = new(listener.Address);
        ApiResponse<object> response = await SendAsync(client, Operations.Named("ShowInstance"));
        Assert.Equal("i-1", Assert.IsType<IDictionary<string, object?>>(response.Value, exactMatch: false)["instance_id"]);
        Assert.Contains(encoding, listener.Last["Accept-Encoding"], StringComparison.Ordinal);
    }

    /// <summary>The decompressed size counts.</summary>
    [Theory]
    [InlineData("200 OK", DmsErrorKind.UnreadableResponse)]
    [InlineData("500 No", DmsErrorKind.ServiceFailed)]
    public async Task A_decompression_bomb_is_aborted(string status, DmsErrorKind expected)
    {
        using MemoryStream packed = new();
        await using (GZipStream packer = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] blanks = new byte[1024 * 1024];
            blanks.AsSpan().Fill((byte)' ');
            for (int megabytes = 0; megabytes < 100; megabytes++)
                await packer.WriteAsync(blanks, Stop);
        }

        using WireListener listener = new(async (it, _) =>
        {
            await it.SendAsync($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n");
            await it.SendAsync(packed.ToArray());
        });
        using WireClient client = new(listener.Address);
        Assert.Equal(expected, (await Assert.ThrowsAsync<DmsException>(() => SendAsync(client, Operations.Named("ShowInstance")))).Kind);
    }

    [Theory]
    [MemberData(nameof(OddityNames))]
    public async Task An_unusual_response_is_read(string name)
    {
        using WireListener listener = new(Oddities[name]);
        foreach (ApiOperation operation in Operations.All)
        {
            // Each gets its own connection, because the other end closes it sooner or later.
            using WireClient client = new(listener.Address);
            ApiResponse<object> response = await SendAsync(client, operation);
            Assert.Equal("well", Assert.IsType<FieldValues>(response.Value)["all"]);
        }

        Assert.Equal(Operations.All.Count, listener.Requests.Count);
    }

    [Fact]
    public async Task Every_operation_is_retried_if_nothing_listens()
    {
        // Bound but not listening, so that no other program can take the port.
        using Socket notListening = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        notListening.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using WireClient client = new(new($"http://127.0.0.1:{((IPEndPoint)notListening.LocalEndPoint!).Port}"));

        await Assert.AllAsync(Operations.All, async operation =>
        {
            DmsException error = await Assert.ThrowsAsync<DmsException>(() => SendAsync(client, operation));
            Assert.Equal((DmsErrorKind.ConnectionFailed, 2), (error.Kind, error.Attempts));
        });
    }

    [Fact]
    public async Task A_connection_reset_during_the_request_leaves_the_outcome_unknown()
        => await Assert.AllAsync(Operations.All, async operation =>
        {
            // A reset before the first byte may still be reported as a failed connection, in which case nothing was sent.
            using WireListener listener = new(open: async stream =>
            {
                _ = await stream.ReadAsync(new byte[1], Stop);
                return null;
            });
            using WireClient client = new(listener.Address);
            bool harmless = ApiContract.Default[operation.Name].IsIdempotent;
            DmsException error = await Assert.ThrowsAsync<DmsException>(() => SendAsync(client, operation));
            Assert.Equal(harmless ? DmsErrorKind.ConnectionFailed : DmsErrorKind.OutcomeUnknown, error.Kind);
            Assert.Equal(harmless ? 2 : 1, error.Attempts);
            Assert.Equal(error.Attempts, listener.Connections);
            Assert.Empty(listener.Requests);
        });

    [Fact]
    public async Task A_connection_lost_during_the_TLS_handshake_is_retried_for_every_operation()
    {
        Assert.SkipWhen(ClientBuild.IsLegacy, "Only newer platforms say how far a connection came.");
        foreach (bool reset in new[] { false, true })
        {
            using WireListener listener = new(open: async stream =>
            {
                _ = await stream.ReadAsync(new byte[10], Stop);
                if (!reset)
                    await stream.DisposeAsync();
                return reset ? null : stream;
            });
            using WireClient client = new(new UriBuilder(listener.Address) { Scheme = "https" }.Uri);
            await Assert.AllAsync(Operations.All, async operation =>
            {
                DmsException error = await Assert.ThrowsAsync<DmsException>(() => SendAsync(client, operation));
                Assert.Equal((DmsErrorKind.ConnectionFailed, 2), (error.Kind, error.Attempts));
            });
        }
    }

    [Fact]
    public async Task A_refusing_proxy_is_tried_once_and_a_failing_one_again()
    {
        Assert.SkipWhen(ClientBuild.IsLegacy, "Only newer platforms say how far a connection came.");
        (string Status, int Attempts)[] responses = [("407 Proxy Authentication Required", 1), ("403 Forbidden", 1), ("503 Service Unavailable", 2)];
        foreach ((string status, int attempts) in responses)
        {
            using WireListener proxy = new((it, _) => it.SendAsync($"HTTP/1.1 {status}\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n"));
            using WireClient client = new(new("https://dms.example.test"), new WebProxy(proxy.Address));
            foreach (string name in new[] { "ShowInstance", "CreateInstanceTopic" })
            {
                DmsException error = await Assert.ThrowsAsync<DmsException>(() => SendAsync(client, Operations.Named(name)));
                Assert.Equal((DmsErrorKind.ConnectionFailed, attempts), (error.Kind, error.Attempts));
                Assert.DoesNotContain("\"", error.Message, StringComparison.Ordinal);
                Assert.Equal(status.StartsWith("407", StringComparison.Ordinal), error.Advice!.Contains("-ProxyCredential", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_proxy_that_requires_authentication_is_reported_on_NET_Framework()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.TunnelRefused(HttpStatusCode.ProxyAuthenticationRequired));

        DmsException error = await client.FailAsync(it => it.Topics.CreateAsync("i-1", new() { Name = "a" }, Stop));

        Assert.Equal((DmsErrorKind.ConnectionFailed, 1), (error.Kind, error.Attempts));
        Assert.Contains("-ProxyCredential", error.Advice, StringComparison.Ordinal);
    }

    /// <summary>Without TLS, the response of the proxy takes the place of that of the service.</summary>
    [Fact]
    public async Task A_proxy_that_requires_authentication_is_reported()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(407));

        DmsException error = await client.FailAsync(it => it.Topics.CreateAsync("i-1", new() { Name = "a" }, Stop));

        Assert.Equal((DmsErrorKind.ConnectionFailed, "HuaweiDms.Http407"), (error.Kind, error.ErrorId));
        Assert.Contains("-ProxyCredential", error.Advice, StringComparison.Ordinal);
        Assert.Single(client.Sent);
    }

    [Fact]
    public async Task Without_a_trusted_connection_nothing_is_sent_or_retried()
    {
        using X509Certificate2 certificate = Certificate();
        WireListener[] listeners =
        [
            // Plain HTTP where TLS is expected, and an untrusted certificate.
            new((it, _) => it.SendJsonAsync("{}"), async stream =>
            {
                await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), Stop);
                return stream;
            }),
            new((it, _) => it.SendJsonAsync("{}"), async stream =>
            {
                SslStream safe = new(stream);
                await safe.AuthenticateAsServerAsync(certificate);
                return safe;
            }),
        ];
        foreach (WireListener listener in listeners)
        {
            using (listener)
            using (WireClient client = new(new UriBuilder(listener.Address) { Scheme = "https" }.Uri))
            {
                await Assert.AllAsync(Operations.All, async operation =>
                {
                    DmsException error = await Assert.ThrowsAsync<DmsException>(() => SendAsync(client, operation));
                    Assert.Equal((DmsErrorKind.ConnectionFailed, 1), (error.Kind, error.Attempts));
                });
                Assert.Equal(Operations.All.Count, listener.Connections);
                Assert.Empty(listener.Requests);
            }
        }
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task No_operation_follows_a_redirect_with_its_credential(int status)
    {
        using WireListener elsewhere = new((it, _) => it.SendJsonAsync("{}"));
        using WireListener here = RedirectingTo(new(elsewhere.Address, "/v2/stolen"), status);

        await Assert.AllAsync(Operations.All, async operation =>
        {
            using WireClient client = new(here.Address);
            DmsException error = await Assert.ThrowsAsync<DmsException>(() => SendAsync(client, operation));
            Assert.Equal((DmsErrorKind.UnreadableResponse, status), (error.Kind, error.StatusCode));
        });
        Assert.Equal(Operations.All.Count, here.Requests.Count);
        Assert.Equal(0, elsewhere.Connections);
    }

    private static Task<ApiResponse<object>> SendAsync(WireClient client, ApiOperation operation)
        => client.RunAsync(transport => transport.SendAsync(Operations.Request(operation), ServiceJsonContext.Default.Object, Stop));

    private static Task Do(Action what)
    {
        what();
        return Task.CompletedTask;
    }

    private static X509Certificate2 Certificate()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed record Fault(WireListener.Response Response, DmsErrorKind Expected);
}

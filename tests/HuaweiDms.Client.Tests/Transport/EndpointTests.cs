using System.Net;
using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>Where requests go, and where credentials never go.</summary>
public sealed class EndpointTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://dms.example.com")]
    [InlineData("http://192.168.1.1")]
    [InlineData("http://localhost.example.com")]
    public async Task Plain_http_to_another_machine_is_rejected_before_anything_is_sent(string address)
    {
        using ScriptedClient client = new ScriptedClient(options => options.Endpoint = new(address)).Then(Responses.Json(Responses.Instance));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal((DmsErrorKind.InvalidArgument, "Endpoint"), (error.Kind, error.ParameterName));
        Assert.Empty(client.Sent);
        Assert.Throws<DmsException>(() => client.Client.Endpoint);
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://[::1]:8080")]
    [InlineData("https://dms.example.com")]
    public async Task This_machine_and_https_are_allowed(string address)
    {
        using ScriptedClient client = new ScriptedClient(options => options.Endpoint = new(address)).Then(Responses.Json(Responses.Instance));

        await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.StartsWith(address, Assert.Single(client.Sent).Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_is_used_if_explicitly_allowed()
    {
        using ScriptedClient client = new ScriptedClient(options => (options.Endpoint, options.AllowInsecureEndpoint) = (new("http://dms.example.com"), true))
            .Then(Responses.Json(Responses.Instance));

        await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Single(client.Sent);
    }

    [Theory]
    [InlineData("dms.example.com")]
    [InlineData("ftp://dms.example.com")]
    [InlineData("file:///etc/passwd")]
    public async Task An_invalid_address_is_rejected(string address)
    {
        using ScriptedClient client = new ScriptedClient(options => (options.Endpoint, options.AllowInsecureEndpoint) = (new(address, UriKind.RelativeOrAbsolute), true))
            .Then(Responses.Json(Responses.Instance));

        Assert.Equal("Endpoint", (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).ParameterName);
        Assert.Empty(client.Sent);
    }

    /// <summary>An address is shown with every connection and in every error about one.</summary>
    [Theory]
    [InlineData("https://who:hunter22@dms.example.com/base")]
    [InlineData("http://who:hunter22@localhost:8080")]
    [InlineData("ftp://hunter22@dms.example.com")]
    public async Task An_address_with_a_password_is_rejected_without_showing_it(string address)
    {
        using ScriptedClient client = new ScriptedClient(options => options.Endpoint = new(address)).Then(Responses.Json(Responses.Instance));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal((DmsErrorKind.InvalidArgument, "Endpoint"), (error.Kind, error.ParameterName));
        Assert.DoesNotContain("hunter22", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(new Uri(address).Host, error.Message, StringComparison.Ordinal);
        Assert.Empty(client.Sent);
    }

    [Fact]
    public async Task Each_service_is_called_at_its_own_endpoint()
    {
        using ScriptedClient client = new ScriptedClient(options =>
        {
            options.Region = "cn-north-4";
            options.Endpoint = options.DcsEndpoint = options.IamEndpoint = null;
        }).Then(Responses.Json("{}"));
        foreach (DmsService service in Enum.GetValues<DmsService>())
            await client.RunAsync(it => it.Raw.SendAsync(HttpMethod.Get, service, "/v2/x", [], null, Stop));

        Assert.Equal(
            ["dms.cn-north-4.myhuaweicloud.com", "dcs.cn-north-4.myhuaweicloud.com", "iam.cn-north-4.myhuaweicloud.com"],
            client.Sent.Select(request => request.Address.Host));
    }

    [Fact]
    public void A_given_endpoint_takes_precedence_over_the_region()
    {
        using ScriptedClient client = new(options => options.Region = "cn-north-4");
        Assert.Equal(ScriptedClient.Endpoint, client.Client.Endpoint);
    }

    [Fact]
    public void Without_region_and_endpoint_a_call_is_an_error()
    {
        using ScriptedClient client = new(options => options.Endpoint = null);

        DmsException error = Assert.Throws<DmsException>(() => client.Client.Endpoint);

        Assert.Equal("HuaweiDms.EndpointMissing", error.ErrorId);
        Assert.Contains("-Region", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_reported_and_not_followed(int status)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(status).With(response => response.Headers.Location = new("https://elsewhere.example.com/")));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal((DmsErrorKind.UnreadableResponse, status, $"HuaweiDms.Http{status}"), (error.Kind, error.StatusCode, error.ErrorId));
        Assert.Contains("https://dms.test responded with a redirect to https://elsewhere.example.com/", error.Message, StringComparison.Ordinal);
        Assert.Contains("-Endpoint", error.Advice, StringComparison.Ordinal);
        Assert.Equal("dms.test", Assert.Single(client.Sent).Address.Host);
    }

    [Theory]
    [InlineData("/login?session=0123456789", "to https://dms.test/login (")]
    [InlineData("http://user:word@elsewhere.example.com:81/a\u001bb#c", "to http://elsewhere.example.com:81/a%1Bb (")]
    [InlineData(null, "to an unspecified address (")]
    public async Task The_target_of_a_redirect_is_shown_without_its_query(string? location, string said)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(302).With(
            response => response.Headers.Location = location is null ? null : new(location, UriKind.RelativeOrAbsolute)));
        Assert.Contains(said, (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connections_of_the_client_do_not_follow_redirects()
    {
        using WireListener elsewhere = new();
        using WireListener here = WireListener.RedirectingTo(new(elsewhere.Address, "/v2/stolen"));
        using DmsClient client = new(new()
        {
            Credential = new TokenCredential(Secret.From("token-that-stays-here")),
            ProjectId = "p",
            Endpoint = here.Address,
            Proxy = new WebProxy(),
        });

        DmsException error = await Assert.ThrowsAsync<DmsException>(() => client.Instances.GetAsync("i-1", Stop));

        Assert.Equal(307, error.StatusCode);
        Assert.Equal(0, elsewhere.Connections);
    }
}

using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>
/// On Windows, .NET tries the proxies of a PAC file one after the other, but not through a wrapper; a wrapper is needed only for services
/// on this machine.
/// </summary>
public sealed class SystemProxyTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", null, true)]
    [InlineData("https://dms.example.com", "http://localhost:8080", true)]
    [InlineData("https://dms.example.com", "https://iam.example.com", false)]
    [InlineData("https://dms.example.com", null, false)]
    [InlineData(null, null, false)]
    public void The_system_proxy_is_not_wrapped_unless_a_service_is_on_this_machine(string? endpoint, string? identity, bool isLocal)
    {
        using AccessKeyCredential credential = new("none", Secret.From("none"));
        DmsClientOptions options = new() { Credential = credential, Endpoint = At(endpoint), IamEndpoint = At(identity) };
        using SocketsHttpHandler handler = ConnectionHandler.Create(options);

        Assert.Equal(isLocal, handler.Proxy is LoopbackBypassProxy);
        Assert.Equal(isLocal, handler.Proxy is not null);
        Assert.True(handler.UseProxy);
    }

    private static Uri? At(string? address) => address is null ? null : new(address);
}

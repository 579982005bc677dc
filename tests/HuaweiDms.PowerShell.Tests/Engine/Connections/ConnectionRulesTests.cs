using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>The addresses and proxies that a connection accepts.</summary>
public sealed class ConnectionRulesTests
{
    [Theory]
    [InlineData("https://dms.example.com", false, null)]
    [InlineData("https://dms.example.com", true, "-IamEndpoint cannot be 'https://dms.example.com/': ")]
    [InlineData("dms.example.com", false, "-IamEndpoint cannot be 'dms.example.com': ")]
    public void An_endpoint_needs_a_scheme_and_the_emulator_accepts_none(string address, bool isEmulator, string? wrong)
        => Expect(wrong, EndpointRules.Check(isEmulator, ("Endpoint", null), ("IamEndpoint", new Uri(address, UriKind.RelativeOrAbsolute))));

    [Fact]
    public void A_password_in_an_address_is_refused_and_not_repeated()
    {
        Failure? ofEndpoint = EndpointRules.Check(isEmulator: false, ("Endpoint", new Uri("https://me:hunter2@dms.example.com")));
        Failure? ofProxy = ProxyRules.Check(new Uri("http://me:hunter2@proxy:8080"), userName: null, isDesktop: false);

        Assert.All([ofEndpoint, ofProxy], failure => Assert.DoesNotContain("hunter2", failure!.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("http://proxy:8080", "me", null)]
    [InlineData("ftp://proxy", null, "-Proxy cannot be 'ftp://proxy/': ")]
    [InlineData(null, "me", "-ProxyCredential cannot be 'me': ")]
    public void A_proxy_must_be_valid_and_a_proxy_credential_needs_a_proxy(string? proxy, string? user, string? wrong)
        => Expect(wrong, ProxyRules.Check(proxy is null ? null : new Uri(proxy), user, isDesktop: false));

    private static void Expect(string? wrong, Failure? failure)
    {
        if (wrong is null)
            Assert.Null(failure);
        else
            Assert.StartsWith(wrong, failure?.Message, StringComparison.Ordinal);
    }
}

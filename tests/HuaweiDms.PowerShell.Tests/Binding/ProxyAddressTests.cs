using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

public sealed class ProxyAddressTests
{
    [Theory]
    [InlineData("http://proxy:8080", true, true)]
    [InlineData("https://proxy:8443", true, false)]
    [InlineData("socks4://proxy:1080", true, false)]
    [InlineData("socks4a://proxy:1080", true, false)]
    [InlineData("socks5://proxy:1080", true, false)]
    [InlineData("ftp://proxy", false, false)]
    [InlineData("proxy", false, false)]
    public void Windows_PowerShell_accepts_HTTP_proxies_only(string proxy, bool onCore, bool onDesktop)
    {
        Uri address = new(proxy, UriKind.RelativeOrAbsolute);
        Assert.Equal(onCore, ProxyAddress.IsPossible(address, isDesktop: false));
        Assert.Equal(onDesktop, ProxyAddress.IsPossible(address, isDesktop: true));
    }
}

namespace HuaweiDms.PowerShell.Binding;

/// <summary>The supported proxies.</summary>
internal static class ProxyAddress
{
    /// <summary>
    /// Whether an address can be that of a proxy. .NET Framework supports only HTTP proxies, and reports others not before the
    /// first request.
    /// </summary>
    public static bool IsPossible(Uri proxy, bool isDesktop)
        => proxy.IsAbsoluteUri && (proxy.Scheme == "http" || (!isDesktop && proxy.Scheme is "https" or "socks4" or "socks4a" or "socks5"));
}

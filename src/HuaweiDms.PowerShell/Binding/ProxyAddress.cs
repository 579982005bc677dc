namespace HuaweiDms.PowerShell.Binding;

/// <summary>Which proxies can be spoken to.</summary>
internal static class ProxyAddress
{
    /// <summary>Whether an address is that of a proxy. .NET Framework refuses every one but those of HTTP, and not before the first request.</summary>
    public static bool IsPossible(Uri proxy, bool isDesktop)
        => proxy.IsAbsoluteUri && (proxy.Scheme == "http" || (!isDesktop && proxy.Scheme is "https" or "socks4" or "socks4a" or "socks5"));
}

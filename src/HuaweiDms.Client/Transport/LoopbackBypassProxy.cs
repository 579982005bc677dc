using System.Net;

namespace HuaweiDms.Transport;

/// <summary>
/// The proxy of the system or the environment, except for this machine itself: an emulator on loopback cannot be reached through a remote
/// proxy, and users who set HTTPS_PROXY often forget NO_PROXY.
/// </summary>
internal sealed class LoopbackBypassProxy(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}

using System.Net;

namespace HuaweiDms.Transport;

/// <summary>
/// The proxy of the system or the environment, but not for this machine itself: an emulator on loopback cannot be reached
/// through a proxy elsewhere, and who sets HTTPS_PROXY seldom thinks of NO_PROXY.
/// </summary>
internal sealed class DirectToThisMachine(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}

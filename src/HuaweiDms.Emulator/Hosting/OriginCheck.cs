using System.Net;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>
/// Keeps web pages out. A browser on this computer can also reach the loopback address: a page could reset the emulator, or read
/// its contents by pointing its own domain to 127.0.0.1 (DNS rebinding).
/// </summary>
internal static class OriginCheck
{
    /// <summary>Domain suffixes that cannot be registered on the internet.</summary>
    private static readonly string[] LocalSuffixes = [".localhost", ".internal", ".test", ".example", ".invalid"];

    /// <exception cref="BadRequestException">The request comes from a page of another site, or uses a foreign host name.</exception>
    public static void Verify(HeaderList headers)
    {
        if (headers["Host"] is { } host && !IsLocal(host))
            throw new BadRequestException(421, $"The emulator responds to 127.0.0.1 and localhost, not to {host}.");
        if (headers["Origin"] is { } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && IsLocal(page.Authority)))
            throw new BadRequestException(403, "The emulator rejects requests from web pages of other sites.");
    }

    /// <summary>An IP address cannot be rebound. A name without dots belongs to the local network, for example a container.</summary>
    private static bool IsLocal(string authority)
    {
        if (!Uri.TryCreate("http://" + authority, UriKind.Absolute, out Uri? address))
            return false;
        string name = address.DnsSafeHost.TrimEnd('.');
        return IPAddress.TryParse(name, out _)
            || name.IndexOf('.') < 0
            || Array.Exists(LocalSuffixes, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }
}

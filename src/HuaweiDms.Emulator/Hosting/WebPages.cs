using System.Net;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>
/// Keeps pages of the web out. The browser of this computer reaches loopback as well, and a page in it could have the emulator
/// reset, or read what it holds by giving its own name the address 127.0.0.1.
/// </summary>
internal static class WebPages
{
    /// <summary>Ends of names that nobody on the internet can have.</summary>
    private static readonly string[] OwnEnds = [".localhost", ".internal", ".test", ".example", ".invalid"];

    /// <exception cref="BadRequestException">A page of another place asks, or for a name of another place.</exception>
    public static void Refuse(HeaderList headers)
    {
        if (headers["Host"] is { } host && !IsOwn(host))
            throw new BadRequestException(421, $"The emulator is asked as 127.0.0.1 or localhost, and not as {host}.");
        if (headers["Origin"] is { } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && IsOwn(page.Authority)))
            throw new BadRequestException(403, "The emulator is not for web pages of other places.");
    }

    /// <summary>
    /// An address is no name that could be given another one, and a name without dots is of this network, as that of a container.
    /// </summary>
    private static bool IsOwn(string authority)
    {
        if (!Uri.TryCreate("http://" + authority, UriKind.Absolute, out Uri? address))
            return false;
        string name = address.DnsSafeHost.TrimEnd('.');
        return IPAddress.TryParse(name, out _)
            || name.IndexOf('.') < 0
            || Array.Exists(OwnEnds, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }
}

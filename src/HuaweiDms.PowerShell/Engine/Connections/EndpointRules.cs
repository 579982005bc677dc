using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The rules for the addresses of a connection, checked before anything is sent.</summary>
internal static class EndpointRules
{
    /// <summary>The first rule that is broken; null if none is.</summary>
    /// <param name="isEmulator">Whether the connection uses the emulator of this process, which has no address.</param>
    /// <param name="endpoints">The addresses, each with its parameter; null for one that was not given.</param>
    public static Failure? Check(bool isEmulator, params (string Parameter, Uri? Address)[] endpoints)
    {
        foreach ((string parameter, Uri? given) in endpoints)
        {
            if (given is null)
                continue;
            if (Endpoints.HoldsSecret(given))
                return Failures.From(DmsErrors.EndpointHoldsSecret(parameter, given), parameter);
            if (!given.IsAbsoluteUri)
                return Failures.InvalidArgument(parameter, given, Text.EndpointRule);
        }
        if (!isEmulator)
            return null;
        (string first, Uri? needless) = Array.Find(endpoints, endpoint => endpoint.Address is not null);
        return needless is null ? null : Failures.InvalidArgument(first, needless, Text.EmulatorHasNoEndpoint);
    }
}

using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The rules for the proxy of a connection, checked before anything is sent.</summary>
internal static class ProxyRules
{
    /// <summary>Returns the first rule that is broken; null if none is. A password in the address is not repeated.</summary>
    /// <param name="proxy">The address; null for none.</param>
    /// <param name="userName">The user name; null for none.</param>
    /// <param name="isDesktop">Whether this is Windows PowerShell.</param>
    public static Failure? Check(Uri? proxy, string? userName, bool isDesktop)
    {
        if (proxy is null)
            return userName is null ? null : Failures.InvalidArgument("ProxyCredential", userName, Text.ProxyCredentialRule);
        if (!ProxyAddress.IsPossible(proxy, isDesktop))
            return Failures.InvalidArgument("Proxy", proxy, Text.ProxyRule);
        return proxy.UserInfo.Length > 0
            ? Failures.InvalidArgument("Proxy", proxy.GetLeftPart(UriPartial.Scheme) + proxy.Authority, Text.ProxyHoldsSecret)
            : null;
    }
}

using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Which proxy a connection may go through, checked before anything is sent.</summary>
internal static class ProxyRules
{
    /// <summary>The first rule that is broken; null where none is. A password in the address is not repeated.</summary>
    /// <param name="proxy">The address; null for none.</param>
    /// <param name="userName">As whom to use it; null for nobody.</param>
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

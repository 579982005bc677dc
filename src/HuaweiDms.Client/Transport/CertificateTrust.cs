using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HuaweiDms.Transport;

/// <summary>
/// Decides whether to trust a server certificate if the user trusts authorities in addition to those of the system, such as that of a proxy
/// that inspects TLS or of a private installation. Host name and dates are still checked.
/// </summary>
internal sealed class CertificateTrust(X509Certificate2Collection authorities)
{
    /// <summary>
    /// The extended key usage for server authentication (RFC 5280, 4.2.1.12); a certificate without key usages may be used for anything.
    /// </summary>
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private const X509ChainStatusFlags IgnoredRootStatus = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    public bool Accepts(X509Certificate2? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (certificate is null || errors != SslPolicyErrors.RemoteCertificateChainErrors)
            return false;
        using X509Chain chain = new();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        chain.ChainPolicy.ExtraStore.AddRange(authorities);
        // The certificates that the server sent lead from its own to the authority.
        foreach (X509ChainElement element in sent?.ChainElements.Cast<X509ChainElement>() ?? [])
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(certificate)
            && chain.ChainStatus.All(status => (status.Status & ~IgnoredRootStatus) == X509ChainStatusFlags.NoError)
            && IsTrusted(chain.ChainElements[chain.ChainElements.Count - 1].Certificate);
    }

    private bool IsTrusted(X509Certificate2 root)
        => authorities.Cast<X509Certificate2>().Any(authority => authority.RawData.AsSpan().SequenceEqual(root.RawData));
}

using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HuaweiDms.Transport;

/// <summary>
/// Whether to believe a server's certificate where authorities of the user's own are trusted beside the system's: those of a
/// proxy that looks into connections, or of an installation of one's own. Host name and dates are held against the
/// certificate all the same.
/// </summary>
internal sealed class CertificateTrust(X509Certificate2Collection authorities)
{
    /// <summary>The use as a server's certificate (RFC 5280, 4.2.1.12); one that names no use may be used for any.</summary>
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private const X509ChainStatusFlags RootIsOurMatter = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

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
        // What the server sent along leads from its certificate up to the authority.
        foreach (X509ChainElement element in sent?.ChainElements.Cast<X509ChainElement>() ?? [])
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(certificate)
            && chain.ChainStatus.All(status => (status.Status & ~RootIsOurMatter) == X509ChainStatusFlags.NoError)
            && IsTrusted(chain.ChainElements[chain.ChainElements.Count - 1].Certificate);
    }

    private bool IsTrusted(X509Certificate2 root)
        => authorities.Cast<X509Certificate2>().Any(authority => authority.RawData.AsSpan().SequenceEqual(root.RawData));
}

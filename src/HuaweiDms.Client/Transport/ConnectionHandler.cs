using System.Net;
#if NET
using System.Security.Cryptography.X509Certificates;
#else
using System.Security.Authentication;
#endif

namespace HuaweiDms.Transport;

/// <summary>
/// Creates the connections of a client: pooled, without cookies, and without following redirects, which would send a signature elsewhere.
/// </summary>
internal static class ConnectionHandler
{
    /// <summary>The encodings that every platform supports. .NET reports corrupt Brotli data as a programming error.</summary>
    private const DecompressionMethods Encodings = DecompressionMethods.GZip | DecompressionMethods.Deflate;

    /// <summary>The lifetime of a connection, after which the name is resolved again.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

#pragma warning disable CA5359, MA0039 // Certificates are unchecked only at the explicit request of the caller.
#if NET
    public static SocketsHttpHandler Create(DmsClientOptions options)
    {
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = Encodings,
            PooledConnectionLifetime = Lifetime,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
        if (options.Proxy is not null)
            handler.Proxy = options.Proxy;
        // Wrapping the system proxy has a cost: only the first of several proxies in a PAC file would be tried.
        else if (new Endpoints(options).AnyIsLocal)
            handler.Proxy = new LoopbackBypassProxy(HttpClient.DefaultProxy);
        if (options.SkipCertificateCheck)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        }
        else if (options.CertificateAuthority is { } authorities)
        {
            CertificateTrust trust = new(authorities);
            handler.SslOptions.RemoteCertificateValidationCallback
                = (_, certificate, chain, errors) => trust.Accepts(certificate as X509Certificate2, chain, errors);
        }
        return handler;
    }
#else
    public static HttpClientHandler Create(DmsClientOptions options)
    {
        HttpClientHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = Encodings,
            MaxConnectionsPerServer = 64,
        };
        if (options.Proxy is not null)
            handler.Proxy = options.Proxy;
        if (NeedsNewerTls(ServicePointManager.SecurityProtocol))
            handler.SslProtocols = SslProtocols.Tls12;
        if (options.SkipCertificateCheck)
        {
            handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
        }
        else if (options.CertificateAuthority is { } authorities)
        {
            CertificateTrust trust = new(authorities);
            handler.ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) => trust.Accepts(certificate, chain, errors);
        }
        ConfigureConnections(options);
        return handler;
    }

    /// <summary>.NET Framework configures connections by address and for the whole process.</summary>
    private static void ConfigureConnections(DmsClientOptions options)
    {
        Endpoints endpoints = new(options);
        foreach (DmsService service in (DmsService[])[DmsService.Kafka, DmsService.Dcs, DmsService.Iam])
        {
            if (endpoints.Find(service) is not { } endpoint)
                continue;
            ServicePoint connections = ServicePointManager.FindServicePoint(endpoint, options.Proxy ?? WebRequest.DefaultWebProxy);
            connections.ConnectionLeaseTimeout = (int)Lifetime.TotalMilliseconds;
            connections.UseNagleAlgorithm = false;
        }
    }

    /// <summary>
    /// Windows PowerShell on older systems offers only TLS 1.0 by default, which the service rejects. The default value means that the
    /// system chooses.
    /// </summary>
    private static bool NeedsNewerTls(SecurityProtocolType usual) => usual != default && !usual.HasFlag(SecurityProtocolType.Tls12);
#endif
#pragma warning restore CA5359, MA0039
}

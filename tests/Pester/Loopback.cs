#nullable disable
#pragma warning disable // Also compiled by Add-Type, which knows neither this repository's analyzers nor its settings.
using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

namespace HuaweiDms.Pester
{
    /// <summary>A certificate authority that no system trusts, and one server certificate that it issued for localhost.</summary>
    public sealed class TestAuthority
    {
        private static readonly DateTimeOffset Begin = DateTimeOffset.UtcNow.AddDays(-1);
        private readonly X509Certificate2 _authority;
        private readonly X509SubjectKeyIdentifierExtension _keyIdentifier;

        public TestAuthority()
        {
            using (RSA key = RSA.Create(2048))
            {
                CertificateRequest request = new CertificateRequest("CN=HuaweiDms test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
                request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
                _keyIdentifier = new X509SubjectKeyIdentifierExtension(request.PublicKey, false);
                request.CertificateExtensions.Add(_keyIdentifier);
                _authority = request.CreateSelfSigned(Begin, Begin.AddDays(30));
            }
        }

        /// <summary>The certificate of the authority, as an administrator distributes it.</summary>
        public string Pem
        {
            get { return "-----BEGIN CERTIFICATE-----\n" + Convert.ToBase64String(_authority.RawData, Base64FormattingOptions.InsertLineBreaks) + "\n-----END CERTIFICATE-----\n"; }
        }

        public byte[] Der { get { return _authority.RawData; } }

        /// <summary>Creates a certificate for a host, valid for some days from yesterday, for any use or for one.</summary>
        public X509Certificate2 Issue(string host, int days, string use = null)
        {
            using (RSA key = RSA.Create(2048))
            {
                CertificateRequest request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                SubjectAlternativeNameBuilder names = new SubjectAlternativeNameBuilder();
                names.AddDnsName(host);
                request.CertificateExtensions.Add(names.Build());
                request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(_keyIdentifier));
                if (use != null)
                    request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(new OidCollection { new Oid(use) }, false));
                byte[] serial = Guid.NewGuid().ToByteArray();
                using (X509Certificate2 bare = request.Create(_authority, Begin, Begin.AddDays(days), serial))
                using (X509Certificate2 whole = bare.CopyWithPrivateKey(key))
                    return new X509Certificate2(whole.Export(X509ContentType.Pfx));
            }
        }
    }

    /// <summary>Accepts connections on a free loopback port until it is disposed.</summary>
    public abstract class LoopbackServer : IDisposable
    {
        private readonly TcpListener _listener = new TcpListener(IPAddress.Loopback, 0);

        // No client knows the port before the constructor of the derived class has ended.
        protected LoopbackServer()
        {
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Port { get { return ((IPEndPoint)_listener.LocalEndpoint).Port; } }

        public void Dispose() { _listener.Stop(); }

        protected abstract Task ServeAsync(NetworkStream client);

        protected static Task JoinAsync(Stream one, Stream other)
        {
            return Task.WhenAll(one.CopyToAsync(other), other.CopyToAsync(one));
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                    _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception) { }
        }

        private async Task ServeAsync(TcpClient client)
        {
            try
            {
                using (client)
                    await ServeAsync(client.GetStream());
            }
            catch (Exception) { }
        }
    }

    /// <summary>Accepts TLS on a loopback port and forwards the decrypted traffic to another port.</summary>
    public sealed class TlsFront : LoopbackServer
    {
        private readonly X509Certificate2 _certificate;
        private readonly int _behind;

        public TlsFront(X509Certificate2 certificate, int behind)
        {
            _certificate = certificate;
            _behind = behind;
        }

        protected override async Task ServeAsync(NetworkStream client)
        {
            using (SslStream outside = new SslStream(client))
            using (TcpClient behind = new TcpClient())
            {
                await outside.AuthenticateAsServerAsync(_certificate);
                await behind.ConnectAsync(IPAddress.Loopback, _behind);
                await JoinAsync(outside, behind.GetStream());
            }
        }
    }

    /// <summary>
    /// A loopback proxy that requires a name and password, opens tunnels to loopback ports only, and records the requests.
    /// </summary>
    public sealed class TestProxy : LoopbackServer
    {
        private readonly string _login;
        private readonly int _behind;

        /// <param name="login">The required name and password, as name:password; null requires none.</param>
        /// <param name="behind">The target port of every tunnel, whatever host was requested.</param>
        public TestProxy(string login, int behind)
        {
            _login = string.IsNullOrEmpty(login) ? null : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(login));
            _behind = behind;
        }

        /// <summary>The first lines of the accepted requests.</summary>
        public ConcurrentQueue<string> Seen { get; } = new ConcurrentQueue<string>();

        /// <summary>The first lines of the requests refused for lack of a name and password.</summary>
        public ConcurrentQueue<string> Refused { get; } = new ConcurrentQueue<string>();

        protected override async Task ServeAsync(NetworkStream client)
        {
            using (TcpClient behind = new TcpClient())
            {
                string head = await ReadHeadAsync(client);
                while (!IsAllowed(head))
                {
                    Refused.Enqueue(FirstLine(head));
                    await WriteAsync(client, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
                    head = await ReadHeadAsync(client);
                }
                Seen.Enqueue(FirstLine(head));
                await behind.ConnectAsync(IPAddress.Loopback, _behind);
                if (head.StartsWith("CONNECT "))
                    await WriteAsync(client, "HTTP/1.1 200 Connection Established\r\n\r\n");
                else
                    await WriteAsync(behind.GetStream(), WithoutOrigin(head));
                await JoinAsync(client, behind.GetStream());
            }
        }

        private bool IsAllowed(string head)
        {
            return _login == null || head.IndexOf("Proxy-Authorization: " + _login, StringComparison.OrdinalIgnoreCase) >= 0;
        }

        private static string FirstLine(string head) { return head.Split('\r')[0]; }

        /// <summary>A proxy receives the whole address, a server only the path.</summary>
        private static string WithoutOrigin(string head)
        {
            int begin = head.IndexOf(' ') + 1;
            int path = head.IndexOf('/', head.IndexOf("://", begin) + 3);
            return head.Substring(0, begin) + head.Substring(path);
        }

        private static async Task<string> ReadHeadAsync(Stream stream)
        {
            StringBuilder head = new StringBuilder();
            byte[] one = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n"))
            {
                if (await stream.ReadAsync(one, 0, 1) == 0)
                    throw new EndOfStreamException();
                head.Append((char)one[0]);
            }
            return head.ToString();
        }

        private static Task WriteAsync(Stream stream, string text)
        {
            byte[] bytes = Encoding.ASCII.GetBytes(text);
            return stream.WriteAsync(bytes, 0, bytes.Length);
        }
    }
}

using System.Net;
using System.Security.Cryptography.X509Certificates;
using HuaweiDms.Emulator;
using HuaweiDms.Pester;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>The server certificates that the client trusts, over real sockets with a test authority.</summary>
public sealed class TrustTests : IDisposable
{
    private static readonly TestAuthority Authority = new();
    private static readonly TestAuthority Stranger = new();
    private readonly DmsEmulator _emulator = new();
    private readonly string _file = Path.GetTempFileName();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _emulator.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task A_private_authority_is_not_trusted_by_default_and_the_error_has_advice()
    {
        DmsException error = await FailAsync("localhost", null);

        Assert.Equal(DmsErrorKind.ConnectionFailed, error.Kind);
        Assert.Contains("-CertificateAuthority", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PEM")]
    [InlineData("DER")]
    [InlineData("several")]
    [InlineData("Windows")]
    public async Task A_private_authority_is_trusted_if_specified(string form)
    {
        File.WriteAllBytes(_file, form == "DER" ? Authority.Der : System.Text.Encoding.ASCII.GetBytes(form switch
        {
            "several" => $"# The bundle of the company\n{Stranger.Pem}\n{Authority.Pem}",
            "Windows" => Authority.Pem.ReplaceLineEndings("\r\n"),
            _ => Authority.Pem,
        }));

        Assert.Equal(10, await CountAsync("localhost", 30, CertificateAuthorities.Load(_file)));
    }

    [Fact]
    public async Task Another_authority_does_not_help()
        => Assert.Equal(DmsErrorKind.ConnectionFailed, (await FailAsync("localhost", Load(Stranger.Pem))).Kind);

    [Fact]
    public async Task A_certificate_for_another_host_is_rejected()
        => Assert.Equal(DmsErrorKind.ConnectionFailed, (await FailAsync("elsewhere.test", Load(Authority.Pem))).Kind);

    [Fact]
    public async Task An_expired_certificate_is_rejected()
    {
        // Issued yesterday, for less than a day.
        using X509Certificate2 old = Authority.Issue("localhost", 0);
        Assert.Equal(DmsErrorKind.ConnectionFailed, (await FailAsync(old, Load(Authority.Pem))).Kind);
    }

    [Theory]
    [InlineData("1.3.6.1.5.5.7.3.1", true)]
    [InlineData("1.3.6.1.5.5.7.3.2", false)]
    public async Task The_key_usage_of_a_certificate_must_include_servers(string use, bool accepted)
    {
        using X509Certificate2 certificate = Authority.Issue("localhost", 30, use);
        if (accepted)
            Assert.Equal(10, await CountAsync(certificate, Load(Authority.Pem)));
        else
            Assert.Equal(DmsErrorKind.ConnectionFailed, (await FailAsync(certificate, Load(Authority.Pem))).Kind);
    }

    [Theory]
    [InlineData("no certificate at all")]
    [InlineData("-----BEGIN CERTIFICATE-----\nnonsense!\n-----END CERTIFICATE-----")]
    [InlineData("")]
    public void A_file_without_a_certificate_is_rejected_by_name(string content)
    {
        File.WriteAllText(_file, content);

        DmsException error = Assert.Throws<DmsException>(() => CertificateAuthorities.Load(_file));

        Assert.Contains(_file, error.Message, StringComparison.Ordinal);
        Assert.Contains("PEM", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The private key is of no use to a client that only trusts the certificate.</summary>
    [Fact]
    public void A_file_with_a_private_key_is_rejected_even_without_a_password()
    {
        using X509Certificate2 certificate = Authority.Issue("localhost", 30);

        File.WriteAllBytes(_file, certificate.Export(X509ContentType.Pkcs12));

        Assert.Contains("PKCS #12", Assert.Throws<DmsException>(() => CertificateAuthorities.Load(_file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no\0such.pem")]
    public void An_invalid_path_is_rejected(string path)
        => Assert.Equal("CertificateAuthority", Assert.Throws<DmsException>(() => CertificateAuthorities.Load(path)).ParameterName);

    [Fact]
    public void A_missing_file_is_rejected_by_name()
        => Assert.Contains("no-such.pem", Assert.Throws<DmsException>(() => CertificateAuthorities.Load("no-such.pem")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Proxy_credentials_are_sent_to_the_proxy()
    {
        _emulator.Listen();
        using TlsFront front = new(Authority.Issue("dms.example.test", 30), _emulator.Endpoint!.Port);
        using TestProxy proxy = new("door:open", front.Port);
        using DmsClient client = Connect(new("https://dms.example.test"), Load(Authority.Pem), new WebProxy($"http://127.0.0.1:{proxy.Port}")
        {
            Credentials = new NetworkCredential("door", "open"),
        });

        Assert.Equal(10, await client.Instances.List().CountAsync(Stop));
        Assert.Equal("CONNECT dms.example.test:443 HTTP/1.1", Assert.Single(proxy.Seen.Distinct()));
    }

    private X509Certificate2Collection Load(string pem)
    {
        File.WriteAllText(_file, pem);
        return CertificateAuthorities.Load(_file);
    }

    private async Task<DmsException> FailAsync(string host, X509Certificate2Collection? authorities)
        => await Assert.ThrowsAsync<DmsException>(() => CountAsync(host, 30, authorities));

    private async Task<DmsException> FailAsync(X509Certificate2 certificate, X509Certificate2Collection? authorities)
        => await Assert.ThrowsAsync<DmsException>(() => CountAsync(certificate, authorities));

    private async Task<int> CountAsync(string host, int days, X509Certificate2Collection? authorities)
    {
        using X509Certificate2 certificate = Authority.Issue(host, days);
        return await CountAsync(certificate, authorities);
    }

    private async Task<int> CountAsync(X509Certificate2 certificate, X509Certificate2Collection? authorities)
    {
        _emulator.Listen();
        using TlsFront front = new(certificate, _emulator.Endpoint!.Port);
        using DmsClient client = Connect(new($"https://localhost:{front.Port}"), authorities, null);
        return await client.Instances.List().CountAsync(Stop);
    }

    private DmsClient Connect(Uri endpoint, X509Certificate2Collection? authorities, IWebProxy? proxy)
        => new(new()
        {
            Credential = new AccessKeyCredential(_emulator.AccessKey, Secret.From(_emulator.SecretKey)),
            ProjectId = _emulator.ProjectId,
            Endpoint = endpoint,
            CertificateAuthority = authorities,
            Proxy = proxy,
            RetryCount = 0,
        });
}

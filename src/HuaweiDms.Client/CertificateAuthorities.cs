using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace HuaweiDms;

/// <summary>Reads the certificates of authorities, as administrators hand them out.</summary>
public static class CertificateAuthorities
{
    private static readonly Regex Block = new(
        "-----BEGIN CERTIFICATE-----(?<content>[^-]+)-----END CERTIFICATE-----", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>The certificates in a file: PEM with one or several, or DER with one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DmsException">The file cannot be read, or holds no certificate.</exception>
    public static X509Certificate2Collection Load(string path)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            MatchCollection blocks = Block.Matches(System.Text.Encoding.ASCII.GetString(bytes));
            X509Certificate2Collection found = [];
            if (blocks.Count == 0)
                found.Add(bytes.Length > 0 ? Read(bytes) : throw new FormatException());
            foreach (Match block in blocks)
                found.Add(Read(Convert.FromBase64String(block.Groups["content"].Value)));
            return found;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DmsErrors.InvalidArgument(nameof(DmsClientOptions.CertificateAuthority), path, error.Message);
        }
        catch (Exception error) when (error is CryptographicException or FormatException or ArgumentException or NotSupportedException)
        {
            throw DmsErrors.InvalidArgument(nameof(DmsClientOptions.CertificateAuthority), path, Text.CertificateFileRule);
        }
    }

    /// <summary>A constructor of its own accord reads private keys, too.</summary>
    private static X509Certificate2 Read(byte[] bytes)
        => X509Certificate2.GetCertContentType(bytes) == X509ContentType.Cert ? new(bytes) : throw new FormatException();
}

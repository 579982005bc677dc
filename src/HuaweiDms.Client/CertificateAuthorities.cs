using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace HuaweiDms;

/// <summary>Reads certificates of certificate authorities.</summary>
public static class CertificateAuthorities
{
    private static readonly Regex Block = new(
        "-----BEGIN CERTIFICATE-----(?<content>[^-]+)-----END CERTIFICATE-----", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>Reads the certificates in a file: PEM with one or more certificates, or DER with one.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="DmsException">The file cannot be read or contains no certificate.</exception>
    public static X509Certificate2Collection Load(string path)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            MatchCollection blocks = Block.Matches(System.Text.Encoding.ASCII.GetString(bytes));
            X509Certificate2Collection found = [];
            if (bytes.Length == 0)
                throw new FormatException();
            if (blocks.Count == 0)
                found.Add(Read(bytes));
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

    /// <summary>The constructor alone would also read private keys.</summary>
    private static X509Certificate2 Read(byte[] bytes)
        => X509Certificate2.GetCertContentType(bytes) == X509ContentType.Cert ? new(bytes) : throw new FormatException();
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HuaweiDms.Tests;

/// <summary>
/// Signs requests as the specification describes, without code of the client or the emulator, so that neither is checked against itself.
/// </summary>
internal static class RequestSigning
{
    /// <summary>Returns the Authorization header.</summary>
    /// <param name="accessKey">The access key.</param>
    /// <param name="secretKey">The secret key.</param>
    /// <param name="method">The method.</param>
    /// <param name="rawPath">The path as sent.</param>
    /// <param name="rawQuery">The query as sent, without the question mark.</param>
    /// <param name="signed">The headers to sign, including X-Sdk-Date.</param>
    /// <param name="bodyHash">The hash of the body, or what the request declares in its place.</param>
    public static string Authorization(
        string accessKey, string secretKey, string method, string rawPath, string rawQuery, IEnumerable<(string Name, string Value)> signed, string bodyHash)
    {
        List<(string Name, string Value)> headers =
            [.. signed.Select(h => (h.Name.ToLowerInvariant(), h.Value.Trim())).OrderBy(h => h.Item1, StringComparer.Ordinal)];
        string names = string.Join(';', headers.Select(h => h.Name));
        string path = string.Join('/', rawPath.Split('/').Select(s => Uri.EscapeDataString(Uri.UnescapeDataString(s))));
        if (!path.EndsWith('/'))
            path += "/";
        string query = string.Join('&', rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .Select(p => (Name: Uri.UnescapeDataString(p[0]), Value: p.Length > 1 ? Uri.UnescapeDataString(p[1]) : ""))
            .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal)
            .Select(p => Uri.EscapeDataString(p.Name) + "=" + Uri.EscapeDataString(p.Value)));
        string canonical = $"{method}\n{path}\n{query}\n{string.Concat(headers.Select(h => h.Name + ":" + h.Value + "\n"))}\n{names}\n{bodyHash}";
        string date = headers.Single(h => h.Name == "x-sdk-date").Value;
        string toSign = $"SDK-HMAC-SHA256\n{date}\n{Sha256(Encoding.UTF8.GetBytes(canonical))}";
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), Encoding.UTF8.GetBytes(toSign)));
        return $"SDK-HMAC-SHA256 Access={accessKey}, SignedHeaders={names}, Signature={signature}";
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}

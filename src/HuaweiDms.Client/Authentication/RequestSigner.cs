using System.Globalization;
using HuaweiDms.Transport;

namespace HuaweiDms.Authentication;

/// <summary>
/// Signs requests with SDK-HMAC-SHA256 (3.2): a hash of the relevant parts of the request, keyed with the secret key. The time in it limits
/// a signature to 15 minutes, so every attempt needs its own.
/// </summary>
internal static class RequestSigner
{
    private const string Algorithm = "SDK-HMAC-SHA256";
    private const string DateHeader = "X-Sdk-Date";
    private const string AuthorizationHeader = "Authorization";

    /// <summary>Adds the date, the security token and the signature to a request.</summary>
    /// <exception cref="DmsException">A header to be signed contains characters that are not allowed.</exception>
    public static void Sign(HttpRequestMessage request, RequestTarget target, byte[] body, AccessKeys keys, DateTimeOffset now)
    {
        string date = DateOf(now);
        Set(request, DateHeader, date);
        // HTTP libraries send known methods in capitals, however they were written.
        string method = request.Method.Method.ToUpperInvariant();
        if (method != request.Method.Method)
            request.Method = new(method);

        if (keys.SecurityToken is not null)
            Set(request, "X-Security-Token", keys.SecurityToken.RevealText());
        // The SDKs of the service omit the port from the Host header; sign exactly what is sent.
        Uri address = request.RequestUri!;
        string host = request.Headers.Host ??= HostOf(address);
        Set(request, AuthorizationHeader, Authorization(request, host, RequestTarget.PathOf(address), target.Query, body, keys, date));
    }

    /// <summary>Formats the date for a signature, independent of the calendar of the culture.</summary>
    internal static string DateOf(DateTimeOffset now)
        => now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Returns the value of the Authorization header.</summary>
    internal static string Authorization(
        HttpRequestMessage request, string host, ReadOnlySpan<char> path, string query, byte[] body, AccessKeys keys, string date)
    {
        SignedHeaders headers = new(host, request.Headers);
        AsciiBuffer text = new(1024);
        try
        {
            AppendCanonicalRequest(ref text, request.Method, path, query, headers, body);
            ReplaceByStringToSign(ref text, date);
            Span<byte> signature = stackalloc byte[Hashing.Size];
            Hashing.HmacSha256(keys.SecretKey.Reveal(), text.Bytes, text.Count, signature);

            text.Clear();
            text.Append(Algorithm.AsSpan());
            text.Append(" Access=".AsSpan());
            text.Append(keys.AccessKey.AsSpan());
            text.Append(", SignedHeaders=".AsSpan());
            headers.AppendNames(ref text);
            text.Append(", Signature=".AsSpan());
            text.AppendHex(signature);
            return text.Text();
        }
        finally
        {
            text.Return();
            headers.Return();
        }
    }

    /// <summary>
    /// Appends the canonical request, which a gateway may quote when it rejects a signature. The path is signed with a slash at its end.
    /// </summary>
    internal static void AppendCanonicalRequest(
        ref AsciiBuffer text, HttpMethod method, ReadOnlySpan<char> path, string query, SignedHeaders headers, byte[] body)
    {
        text.Append(method.Method.AsSpan());
        text.Append('\n');
        text.Append(path);
        if (path[path.Length - 1] != '/')
            text.Append('/');
        text.Append('\n');
        text.Append(query.AsSpan());
        text.Append('\n');
        headers.AppendLines(ref text);
        text.Append('\n');
        headers.AppendNames(ref text);
        text.Append('\n');
        Span<byte> hash = stackalloc byte[Hashing.Size];
        Hashing.Sha256(body, body.Length, hash);
        text.AppendHex(hash);
    }

    /// <summary>Replaces the canonical request with the string that is signed.</summary>
    internal static void ReplaceByStringToSign(ref AsciiBuffer text, string date)
    {
        Span<byte> hash = stackalloc byte[Hashing.Size];
        Hashing.Sha256(text.Bytes, text.Count, hash);
        text.Clear();
        text.Append(Algorithm.AsSpan());
        text.Append('\n');
        text.Append(date.AsSpan());
        text.Append('\n');
        text.AppendHex(hash);
    }

    private static string HostOf(Uri address)
        => address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}

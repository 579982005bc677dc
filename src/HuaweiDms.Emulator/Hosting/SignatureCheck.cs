using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HuaweiDms.Emulator.Identity;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>
/// Verifies SDK-HMAC-SHA256 signatures as the gateway does, from the target and headers as sent. The error contains the canonical
/// request, so that a client can compare it with its own.
/// </summary>
internal sealed class SignatureCheck(Account account, ServiceTime time)
{
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>The allowed difference from the server's time, in both directions.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public void Verify(RequestMessage request, string authorization)
    {
        AuthorizationHeader header = AuthorizationHeader.Parse(authorization)
            ?? throw GatewayErrors.Unauthorized("authorization format is incorrect");
        string date = request.Headers["X-Sdk-Date"]?.Trim() ?? throw GatewayErrors.Unauthorized("header x-sdk-date not found");
        RequireSigned(header, "host");
        RequireSigned(header, "x-sdk-date");
        string secretKey = account.SecretKeyOf(header.AccessKey) ?? throw GatewayErrors.Unauthorized($"ak {header.AccessKey} not exist");
        RequireFresh(date);

        string bodyHash = BodyHash(request);
        string host = request.Headers["Host"]?.Trim() ?? string.Empty;
        List<string> canonical =
        [
            .. from reading in RequestVariants(request) from name in HostVariants(host) select CanonicalRequest(reading, header, name, bodyHash),
        ];
        if (!canonical.Exists(text => MatchesSignature(text, date, secretKey, header.Signature)))
            throw GatewayErrors.Unauthorized("verify aksk signature fail, canonicalRequest:" + canonical[0].Replace('\n', '|'));
    }

    /// <summary>Builds the canonical request, which is what the client signs.</summary>
    public static string CanonicalRequest(RequestMessage request, AuthorizationHeader header, string host, string bodyHash)
    {
        StringBuilder text = new(512);
        text.Append(request.Method).Append('\n');
        AppendPath(text, request.Path);
        AppendQuery(text, request.Query);
        List<string> names = [.. header.SignedHeaders.Select(name => name.Trim().ToLowerInvariant())];
        foreach (string name in names.OrderBy(name => name, StringComparer.Ordinal))
        {
            string value = name == "host" ? host : request.Headers[name]?.Trim() ?? throw NotSigned(name);
            text.Append(name).Append(':').Append(value).Append('\n');
        }
        return text.Append('\n').Append(string.Join(";", header.SignedHeaders)).Append('\n').Append(bodyHash).ToString();
    }

    /// <summary>
    /// The request as received and, if its query contains a bare plus sign, with a space instead, which is how the vendor's SDK
    /// signs it.
    /// </summary>
    private static IEnumerable<RequestMessage> RequestVariants(RequestMessage request)
    {
        yield return request;
        string query = request.Target.Substring(request.Path.Length);
        if (query.Contains('+'))
            yield return new(request.Method, request.Path + query.Replace('+', ' '), request.Headers, request.Body);
    }

    /// <summary>The host as sent, and the host without its port, which the vendor's SDK omits when signing.</summary>
    private static IEnumerable<string> HostVariants(string host)
    {
        yield return host;
        int port = host.LastIndexOf(':');
        if (port > host.LastIndexOf(']'))
            yield return host.Substring(0, port);
    }

    private static void AppendPath(StringBuilder text, string path)
    {
        foreach (string segment in path.Split('/').Skip(1))
            text.Append('/').Append(Escape(Uri.UnescapeDataString(segment)));
        if (text[text.Length - 1] != '/')
            text.Append('/');
        text.Append('\n');
    }

    private static void AppendQuery(StringBuilder text, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        bool isFirst = true;
        foreach (KeyValuePair<string, string> pair in query
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal))
        {
            if (!isFirst)
                text.Append('&');
            isFirst = false;
            text.Append(Escape(pair.Key)).Append('=').Append(Escape(pair.Value));
        }
        text.Append('\n');
    }

    /// <summary>
    /// Escapes everything but letters, digits and <c>-_.~</c>. Uri.EscapeDataString escapes fewer characters in programs built
    /// for old versions of .NET Framework.
    /// </summary>
    private static string Escape(string text)
        => string.Concat(Encoding.UTF8.GetBytes(text).Select(static letter
            => IsUnreserved(letter) ? ((char)letter).ToString() : "%" + letter.ToString("X2", CultureInfo.InvariantCulture)));

    private static bool IsUnreserved(byte letter)
        => letter is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9')
            or (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~';

    private static bool MatchesSignature(string canonical, string date, string secretKey, string signature)
    {
        string toSign = $"{AuthorizationHeader.Algorithm}\n{date}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        string expected = Hex(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), Encoding.UTF8.GetBytes(toSign)));
        return FixedTime.Equal(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature));
    }

    /// <summary>The hash of the body. A hash announced in the header must match the body, unless the body is unsigned.</summary>
    private static string BodyHash(RequestMessage request)
    {
        string? announced = request.Headers["X-Sdk-Content-Sha256"]?.Trim();
        if (announced == Unsigned)
            return Unsigned;
        string actual = Hash(request.Body);
        if (announced is not null && !string.Equals(announced, actual, StringComparison.OrdinalIgnoreCase))
            throw GatewayErrors.Unauthorized("x-sdk-content-sha256 does not match the body");
        return actual;
    }

    private static string Hash(byte[] bytes) => Hex(SHA256.HashData(bytes));

    private static string Hex(byte[] bytes)
    {
        const string Digits = "0123456789abcdef";
        char[] text = new char[bytes.Length * 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 15];
        }
        return new string(text);
    }

    private static void RequireSigned(AuthorizationHeader header, string name)
    {
        if (!header.SignedHeaders.Any(signed => string.Equals(signed.Trim(), name, StringComparison.OrdinalIgnoreCase)))
            throw NotSigned(name);
    }

    private static ApiErrorException NotSigned(string header) => GatewayErrors.Unauthorized($"signed header {header} not found");

    private void RequireFresh(string date)
    {
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(date, DateFormat, CultureInfo.InvariantCulture, Universal, out DateTimeOffset signed))
            throw GatewayErrors.Unauthorized("x-sdk-date format is incorrect");

        DateTimeOffset now = time.UtcNow;
        if ((now - signed).Duration() > Window)
        {
            string server = now.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
            throw GatewayErrors.Unauthorized($"signature expired, signature time:{date},server time:{server}");
        }
    }
}

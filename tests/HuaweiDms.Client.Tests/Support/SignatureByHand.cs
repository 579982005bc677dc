using System.Security.Cryptography;
using System.Text;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>
/// The signature according to the description of the algorithm, calculated only from what was sent, without code of the library.
/// </summary>
public static class SignatureByHand
{
    /// <summary>Returns the Authorization header that the request should have.</summary>
    public static string Of(WireRequest request, string accessKey, string secretKey)
    {
        var path = request.Target.Split('?')[0];
        var query = request.Target.Contains('?', StringComparison.Ordinal) ? request.Target[(request.Target.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";
        var names = request.Headers.Select(header => header.Key.ToLowerInvariant())
            .Where(name => name == "host" || name.StartsWith("x-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        var canonical = string.Join('\n',
            request.Method,
            string.Join('/', path.Split('/').Select(segment => Escape(Uri.UnescapeDataString(segment)))).TrimEnd('/') + "/",
            string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Select(pair => (Name: Uri.UnescapeDataString(pair[0]), Value: Uri.UnescapeDataString(pair[1])))
                .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
                .Select(pair => Escape(pair.Name) + "=" + Escape(pair.Value))),
            string.Concat(names.Select(name => $"{name}:{request[name].Trim()}\n")),
            string.Join(';', names),
            Hash(request.Body));
        var toSign = string.Join('\n', "SDK-HMAC-SHA256", request["X-Sdk-Date"], Hash(Encoding.UTF8.GetBytes(canonical)));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), Encoding.UTF8.GetBytes(toSign)));
        return $"SDK-HMAC-SHA256 Access={accessKey}, SignedHeaders={string.Join(';', names)}, Signature={signature}";
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

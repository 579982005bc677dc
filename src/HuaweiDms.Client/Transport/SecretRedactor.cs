using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms.Transport;

/// <summary>Hides our secrets in error texts, because some services and proxies repeat what they were sent.</summary>
/// <param name="headers">The headers that were sent.</param>
/// <param name="content">The body that was sent.</param>
internal sealed class SecretRedactor(HttpRequestHeaders headers, byte[] content)
{
    private const string Hidden = "********";

    private static readonly string[] SecretHeaders = ["Authorization", "X-Auth-Token", "X-Security-Token"];
    private static readonly string[] SecretWords = ["ACCESS_KEY", "PASS", "SECRET", "TOKEN"];

    /// <summary>Shorter values occur in ordinary words and are too weak to be secrets.</summary>
    private const int Shortest = 6;

    private IReadOnlyList<string>? _secrets;

    /// <summary>Returns the text without secrets. Call it before truncating: a partial secret is not found.</summary>
    public string? Redact(string? said)
    {
        if (string.IsNullOrEmpty(said))
            return said;
        _secrets ??=
        [
            .. OfHeaders().Concat(OfBody()).SelectMany(Forms).Distinct(StringComparer.Ordinal)
                .Where(secret => secret.Length >= Shortest).OrderByDescending(secret => secret.Length),
        ];
        foreach (string secret in _secrets)
            said = said!.Replace(secret, Hidden);
        // A character that was cut in half decodes to this one.
        said = said!.TrimEnd('\uFFFD');
        int begun = _secrets.Select(secret => BeginningAtEnd(said, secret)).DefaultIfEmpty(0).Max();
        return begun == 0 ? said : said.Substring(0, said.Length - begun) + Hidden;
    }

    /// <summary>
    /// Returns the number of characters at the end of the text that are the beginning of a secret, if the text was truncated within a
    /// secret.
    /// </summary>
    private static int BeginningAtEnd(string said, string secret)
    {
        int length = Math.Min(said.Length, secret.Length);
        while (length >= Shortest && string.CompareOrdinal(said, said.Length - length, secret, 0, length) != 0)
            length--;
        return length >= Shortest ? length : 0;
    }

    /// <summary>Returns a secret unchanged and as others escape it in JSON and HTML.</summary>
    private static string[] Forms(string secret) => [secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret), WebUtility.HtmlEncode(secret)];

    private IEnumerable<string> OfHeaders()
    {
        foreach (string name in SecretHeaders)
        {
            if (!headers.TryGetValues(name, out IEnumerable<string>? values))
                continue;
            foreach (string value in values)
            {
                // The part before a signature names the key and the algorithm, which are not secret.
                int signature = value.IndexOf("Signature=", StringComparison.Ordinal);
                yield return signature < 0 ? value : value.Substring(signature + "Signature=".Length);
            }
        }
    }

    /// <summary>
    /// Returns the passwords and keys in the body, both decoded and as sent. The names of all fields that the contract marks as secret
    /// contain one of these words.
    /// </summary>
    private List<string> OfBody()
    {
        List<string> found = [];
        Utf8JsonReader reader = new(content);
        bool isSecret = false;
        while (content.Length > 0 && reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
                isSecret = IsSecret(TextOf(JsonText.Unescape(reader.ValueSpan)));
            else if (reader.TokenType == JsonTokenType.String && isSecret)
                found.AddRange([TextOf(JsonText.Unescape(reader.ValueSpan)), TextOf(reader.ValueSpan.ToArray())]);
        }
        return found;

        static string TextOf(byte[] bytes) => Encoding.UTF8.GetString(bytes);
    }

    private static bool IsSecret(string name)
        => Array.Exists(SecretWords, name.ToUpperInvariant().Contains);
}

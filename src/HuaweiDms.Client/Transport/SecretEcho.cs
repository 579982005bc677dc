using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms.Transport;

/// <summary>Some services, and what stands before them, repeat in an error what they were sent. Takes our secrets out of that.</summary>
/// <param name="headers">The headers that were sent.</param>
/// <param name="content">The body that was sent.</param>
internal sealed class SecretEcho(HttpRequestHeaders headers, byte[] content)
{
    private const string Hidden = "********";

    private static readonly string[] SecretHeaders = ["Authorization", "X-Auth-Token", "X-Security-Token"];
    private static readonly string[] SecretWords = ["ACCESS_KEY", "PASS", "SECRET", "TOKEN"];

    /// <summary>What is shorter stands in other words, too, and is no secret worth the name.</summary>
    private const int Shortest = 6;

    private IReadOnlyList<string>? _secrets;

    /// <summary>What was said, without what nobody may see. Hide first and cut then: half a secret is not found.</summary>
    public string? Hide(string? said)
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
        // A letter that was cut through reads as this one.
        said = said!.TrimEnd('\uFFFD');
        int begun = _secrets.Select(secret => BeginningAtEnd(said, secret)).DefaultIfEmpty(0).Max();
        return begun == 0 ? said : said.Substring(0, said.Length - begun) + Hidden;
    }

    /// <summary>How much of a secret stands at the end of what was said: whoever said it, or we, stopped within the secret.</summary>
    private static int BeginningAtEnd(string said, string secret)
    {
        int length = Math.Min(said.Length, secret.Length);
        while (length >= Shortest && string.CompareOrdinal(said, said.Length - length, secret, 0, length) != 0)
            length--;
        return length >= Shortest ? length : 0;
    }

    /// <summary>A secret as it is, and as others write it into JSON and into a page.</summary>
    private static string[] Forms(string secret) => [secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret), WebUtility.HtmlEncode(secret)];

    private IEnumerable<string> OfHeaders()
    {
        foreach (string name in SecretHeaders)
        {
            if (!headers.TryGetValues(name, out IEnumerable<string>? values))
                continue;
            foreach (string value in values)
            {
                // What stands before a signature says who signed and how, which is no secret.
                int signature = value.IndexOf("Signature=", StringComparison.Ordinal);
                yield return signature < 0 ? value : value.Substring(signature + "Signature=".Length);
            }
        }
    }

    /// <summary>Passwords and keys in the body, each as it is and as it was sent: what the contract marks as such has one of these words in its name.</summary>
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

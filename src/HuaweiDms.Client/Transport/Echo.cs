using System.Net.Http.Headers;
using System.Text.Json;

namespace HuaweiDms.Transport;

/// <summary>Some services, and what stands before them, repeat in an error what they were sent. Takes our secrets out of that.</summary>
/// <param name="headers">The headers that were sent.</param>
/// <param name="content">The body that was sent.</param>
internal sealed class Echo(HttpRequestHeaders headers, byte[] content)
{
    private const string Hidden = "********";

    private static readonly string[] SecretHeaders = ["Authorization", "X-Auth-Token", "X-Security-Token"];
    private static readonly string[] SecretWords = ["ACCESS_KEY", "PASS", "SECRET", "TOKEN"];

    /// <summary>What is shorter stands in other words, too, and is no secret worth the name.</summary>
    private const int Shortest = 6;

    private IReadOnlyList<string>? _secrets;

    /// <summary>What was said, without what nobody may see.</summary>
    public string? Hide(string? said)
    {
        if (string.IsNullOrEmpty(said))
            return said;
        _secrets ??= [.. OfHeaders().Concat(OfBody()).Where(secret => secret.Length >= Shortest).OrderByDescending(secret => secret.Length)];
        foreach (string secret in _secrets)
            said = said!.Replace(secret, Hidden);
        return said;
    }

    private IEnumerable<string> OfHeaders()
    {
        foreach (string name in SecretHeaders)
        {
            if (!headers.TryGetValues(name, out IEnumerable<string>? values))
                continue;
            foreach (string value in values)
            {
                yield return value;
                int signature = value.IndexOf("Signature=", StringComparison.Ordinal);
                if (signature >= 0)
                    yield return value.Substring(signature + "Signature=".Length);
            }
        }
    }

    /// <summary>Passwords and keys in the body: what the contract marks as such has one of these words in its name.</summary>
    private List<string> OfBody()
    {
        List<string> found = [];
        Utf8JsonReader reader = new(content);
        bool isSecret = false;
        while (content.Length > 0 && reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
                isSecret = IsSecret(reader.GetString()!);
            else if (reader.TokenType == JsonTokenType.String && isSecret)
                found.Add(reader.GetString()!);
        }
        return found;
    }

    private static bool IsSecret(string name)
        => Array.Exists(SecretWords, name.ToUpperInvariant().Contains);
}

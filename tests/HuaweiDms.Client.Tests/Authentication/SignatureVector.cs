using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Client.Tests.Authentication;

/// <summary>A request with a signature on which two independent implementations agree.</summary>
public sealed class SignatureVector
{
    private static readonly Lazy<IReadOnlyList<SignatureVector>> Loaded = new(Load);

    /// <summary>All known signatures.</summary>
    public static IReadOnlyList<SignatureVector> All => Loaded.Value;

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("method")]
    public required string Method { get; init; }

    [JsonPropertyName("host")]
    public required string Host { get; init; }

    [JsonPropertyName("path_segments")]
    public required string[] PathSegments { get; init; }

    [JsonPropertyName("query")]
    public required string[][] Query { get; init; }

    [JsonPropertyName("headers")]
    public required string[][] Headers { get; init; }

    [JsonPropertyName("body")]
    public required string Body { get; init; }

    [JsonPropertyName("ak")]
    public required string AccessKey { get; init; }

    [JsonPropertyName("sk")]
    public required string SecretKey { get; init; }

    [JsonPropertyName("date")]
    public required string Date { get; init; }

    [JsonPropertyName("canonical_request")]
    public required string CanonicalRequest { get; init; }

    [JsonPropertyName("string_to_sign")]
    public required string StringToSign { get; init; }

    [JsonPropertyName("authorization")]
    public required string Authorization { get; init; }

    private static SignatureVector[] Load()
    {
        using Stream stream = typeof(SignatureVector).Assembly.GetManifestResourceStream("signature-vectors.json")!;
        return JsonElement.Parse(new StreamReader(stream).ReadToEnd()).GetProperty("vectors").Deserialize<SignatureVector[]>()!;
    }
}

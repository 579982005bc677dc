using System.Text.Json;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>A request, as the client passed it to the handler.</summary>
internal sealed record SentRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body, DateTimeOffset At)
{
    /// <summary>Copies a request.</summary>
    public static async Task<SentRequest> OfAsync(HttpRequestMessage request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Dictionary<string, string> headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        return new(request.Method.Method, request.RequestUri!, headers, body, at);
    }

    /// <summary>The path and query, as sent.</summary>
    public string Target => Address.PathAndQuery;

    /// <summary>
    /// Whether the request does no harm when sent twice. A request that the contract does not know must be a read; an estimate of a
    /// reassignment moves nothing (5.2.11).
    /// </summary>
    public bool IsHarmless => ApiContract.Default.Match(Method, Target) is { } match
        ? match.Operation.IsIdempotent || Body.Contains("\"time_estimate\":true", StringComparison.Ordinal)
        : Method == "GET";

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>The query values, by name, unescaped.</summary>
    public IReadOnlyDictionary<string, string> Query => Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
}

namespace HuaweiDms.Client.Tests.Support;

/// <summary>A request, as received.</summary>
public sealed record WireRequest(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The single value of a header.</summary>
    public string this[string name] => Headers.Single(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Returns a request without a body, as it will be sent.</summary>
    public static WireRequest Of(HttpRequestMessage request)
        => new(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            [.. request.Headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)))],
            []);

    /// <summary>Checks the signature, which covers the host and all headers that begin with X-.</summary>
    public void AssertIsSignedWith(string accessKey, string secretKey)
    {
        IEnumerable<(string Name, string Value)> signed = Headers.Select(header => (Name: header.Key.ToLowerInvariant(), header.Value))
            .Where(header => header.Name == "host" || header.Name.StartsWith("x-", StringComparison.Ordinal));
        string[] target = Target.Split('?', 2);
        string query = target.Length > 1 ? target[1] : "";
        string expected = RequestSigning.Authorization(accessKey, secretKey, Method, target[0], query, signed, RequestSigning.Sha256(Body));
        Assert.Equal(expected, this["Authorization"]);
    }
}

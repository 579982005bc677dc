namespace HuaweiDms.Client.Tests.Support;

/// <summary>A request, as received.</summary>
public sealed record WireRequest(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The single value of a header.</summary>
    public string this[string name] => Headers.Single(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}

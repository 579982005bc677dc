using System.Text.Json;

namespace HuaweiDms.Contract;

/// <summary>The API contract: operations, and the form of their requests and responses.</summary>
public sealed class ApiContract
{
    private static readonly Lazy<ApiContract> Loaded = new(Load);
    private readonly List<Route> _routes = [];
    private readonly SchemaReader _schemas;

    private ApiContract(JsonElement document)
    {
        Document = document;
        _schemas = new(document);
        List<ContractOperation> operations = [];
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty method in path.Value.EnumerateObject())
            {
                ContractOperation operation = new(method.Name.ToUpperInvariant(), path.Name, method.Value, _schemas.Resolve);
                operations.Add(operation);
                _routes.Add(new(operation.Method, operation.Path, operation));
                if (method.Value.TryGetProperty("x-alternative-path", out JsonElement alternative))
                    _routes.Add(Alternative(alternative.GetString()!, operation));
            }
        }
        Operations = operations;
        _routes.Sort((one, other) => string.CompareOrdinal(one.Rank, other.Rank));
    }

    /// <summary>The contract, loaded once.</summary>
    public static ApiContract Default => Loaded.Value;

    /// <summary>The OpenAPI document.</summary>
    public JsonElement Document { get; }

    /// <summary>All operations, in the order of the contract.</summary>
    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>The operation with that name. Throws if there is none.</summary>
    public ContractOperation this[string operationId]
        => Operations.FirstOrDefault(operation => operation.Id == operationId)
            ?? throw new KeyNotFoundException($"The contract has no operation '{operationId}'.");

    /// <summary>Finds the operation for a request; null if the contract has none.</summary>
    /// <param name="method">The method.</param>
    /// <param name="rawPathAndQuery">Path and query exactly as sent, still escaped.</param>
    public OperationMatch? Match(string method, string rawPathAndQuery)
    {
        (string path, string query) = Split(rawPathAndQuery);
        string[] segments = path.Split('/');
        foreach (Route route in _routes)
        {
            if (string.Equals(route.Method, method, StringComparison.OrdinalIgnoreCase) && route.Match(segments) is { } values)
                return new(route.Operation, values, ReadQuery(query));
        }
        return null;
    }

    /// <summary>The methods of a path, for error messages.</summary>
    internal IReadOnlyList<string> MethodsOf(string rawPathAndQuery)
    {
        string[] segments = Split(rawPathAndQuery).Path.Split('/');
        return [.. _routes.Where(route => route.Match(segments) is not null).Select(route => route.Method).Distinct().Order()];
    }

    /// <summary>Checks a JSON value against a schema and returns the violations.</summary>
    /// <returns>Pairs of JSON pointer and reason.</returns>
    public IReadOnlyList<(string Pointer, string Message)> Check(JsonElement schema, JsonElement value, SchemaUse use)
        => _schemas.Check(schema, value, use);

    /// <summary>Resolves a reference; returns other schemas unchanged.</summary>
    public JsonElement Resolve(JsonElement schema) => _schemas.Resolve(schema);

    private static ApiContract Load()
    {
        using Stream stream = typeof(ApiContract).Assembly.GetManifestResourceStream("openapi.json")!;
        return new(JsonDocument.Parse(stream).RootElement);
    }

    // "/path (remark)" or "POST /path (remark)"
    private static Route Alternative(string text, ContractOperation operation)
    {
        string[] words = text.Split(' ');
        return words[0].StartsWith('/') ? new(operation.Method, words[0], operation) : new(words[0], words[1], operation);
    }

    private static (string Path, string Query) Split(string rawPathAndQuery)
    {
        int mark = rawPathAndQuery.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (rawPathAndQuery, "") : (rawPathAndQuery[..mark], rawPathAndQuery[(mark + 1)..]);
    }

    private static List<KeyValuePair<string, string>> ReadQuery(string query)
        => [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            int mark = pair.IndexOf('=', StringComparison.Ordinal);
            return mark < 0
                ? KeyValuePair.Create(Uri.UnescapeDataString(pair), "")
                : KeyValuePair.Create(Uri.UnescapeDataString(pair[..mark]), Uri.UnescapeDataString(pair[(mark + 1)..]));
        })];
}

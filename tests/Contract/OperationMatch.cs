namespace HuaweiDms.Contract;

/// <summary>The operation for a request, with the parameter values.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="PathValues">The path parameters, unescaped.</param>
/// <param name="Query">The query parameters in the order sent, unescaped; a missing value is empty.</param>
public sealed record OperationMatch(
    ContractOperation Operation,
    IReadOnlyDictionary<string, string> PathValues,
    IReadOnlyList<KeyValuePair<string, string>> Query);

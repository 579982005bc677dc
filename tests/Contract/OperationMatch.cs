namespace HuaweiDms.Contract;

/// <summary>The operation a request is for, and what its address says.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="PathValues">Path parameters, unescaped.</param>
/// <param name="Query">Query parameters in the order sent, unescaped; a value is empty when there is none.</param>
public sealed record OperationMatch(
    ContractOperation Operation,
    IReadOnlyDictionary<string, string> PathValues,
    IReadOnlyList<KeyValuePair<string, string>> Query);

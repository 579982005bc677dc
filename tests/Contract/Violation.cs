namespace HuaweiDms.Contract;

/// <summary>A violation of the contract.</summary>
/// <param name="Operation">The operation as <c>BatchRestartOrDeleteInstances (POST /v2/…)</c>, or method and path if there is none.</param>
/// <param name="Place">The place: <c>path</c>, <c>query</c>, <c>request body</c>, <c>status</c>, <c>response headers</c>,
/// <c>response body</c>.</param>
/// <param name="Location">A JSON pointer inside a body, or the parameter's name; empty for the place as a whole.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record Violation(string Operation, string Place, string Location, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Operation}, {Place} {(Location.Length == 0 ? "(whole)" : Location)}: {Message}";
}

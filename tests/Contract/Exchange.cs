namespace HuaweiDms.Contract;

/// <summary>One request and its answer, as far as the contract speaks of them.</summary>
public sealed class Exchange
{
    /// <summary>The request's method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query exactly as sent.</summary>
    public required string PathAndQuery { get; init; }

    /// <summary>The request's body; null or empty when there was none.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The request's content type; null when it is not known, and then not judged.</summary>
    public string? RequestMediaType { get; init; }

    /// <summary>The answer's status; null when there was none, and then nothing of the answer is judged.</summary>
    public int? Status { get; init; }

    /// <summary>The answer's body; null or empty when there was none.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>The names of the answer's headers; null when they are not known, and then not judged.</summary>
    public IReadOnlyCollection<string>? ResponseHeaders { get; init; }
}

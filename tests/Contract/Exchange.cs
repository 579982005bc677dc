namespace HuaweiDms.Contract;

/// <summary>A request and its response, as far as the contract covers them.</summary>
public sealed class Exchange
{
    /// <summary>The request's method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query exactly as sent.</summary>
    public required string PathAndQuery { get; init; }

    /// <summary>The request body; null or empty if there is none.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The content type of the request; null if unknown, in which case it is not checked.</summary>
    public string? RequestMediaType { get; init; }

    /// <summary>The status of the response; null if there was none, in which case no part of the response is checked.</summary>
    public int? Status { get; init; }

    /// <summary>The response body; null or empty if there is none.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>The names of the response headers; null if unknown, in which case they are not checked.</summary>
    public IReadOnlyCollection<string>? ResponseHeaders { get; init; }
}

using System.Globalization;

namespace HuaweiDms;

/// <summary>One attempt of one request, as told to whoever listens. Holds neither headers nor bodies, so no secret.</summary>
public sealed class RequestLogEntry
{
    internal RequestLogEntry(string method, string path, int? statusCode, TimeSpan elapsed, int attempt, string? requestId, string? failure)
    {
        Method = method;
        Path = path;
        StatusCode = statusCode;
        Elapsed = elapsed;
        Attempt = attempt;
        RequestId = requestId;
        Failure = failure;
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path and query as sent.</summary>
    public string Path { get; }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? StatusCode { get; }

    /// <summary>From sending to the end of the answer.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>1 for the first attempt.</summary>
    public int Attempt { get; }

    /// <summary>The service's id of the request; null when no answer came.</summary>
    public string? RequestId { get; }

    /// <summary>Why no usable answer came; null when one did.</summary>
    public string? Failure { get; }

    /// <summary>One line: method, path, outcome, milliseconds, attempt, request id.</summary>
    public override string ToString()
    {
        string outcome = StatusCode?.ToString(CultureInfo.InvariantCulture) ?? Failure ?? "-";
        return FormattableString.Invariant(
            $"{Method} {Path} -> {outcome} in {Elapsed.TotalMilliseconds:0} ms, attempt {Attempt}, request id {RequestId ?? "-"}");
    }
}

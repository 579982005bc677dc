using System.Globalization;

namespace HuaweiDms;

/// <summary>One attempt of a request, as reported to listeners. It contains neither headers nor bodies, and therefore no secrets.</summary>
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

    /// <summary>The path and query, as sent.</summary>
    public string Path { get; }

    /// <summary>The HTTP status; null if there was no response.</summary>
    public int? StatusCode { get; }

    /// <summary>The time from sending the request to the end of the response.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>The number of the attempt, starting at 1.</summary>
    public int Attempt { get; }

    /// <summary>The request id of the service; null if there was no response.</summary>
    public string? RequestId { get; }

    /// <summary>The reason for the failure; null if the attempt succeeded.</summary>
    public string? Failure { get; }

    /// <summary>Returns one line with method, path, outcome, milliseconds, attempt and request id.</summary>
    public override string ToString()
    {
        string status = StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "-";
        // The status of an error says enough; a failure after a successful one, such as a broken connection, must not look like a success.
        string outcome = Failure is null || StatusCode >= 400 ? status : StatusCode is null ? Failure : $"{status}, {Failure}";
        return FormattableString.Invariant(
            $"{Method} {Path} -> {outcome} in {Elapsed.TotalMilliseconds:0} ms, attempt {Attempt}, request id {RequestId ?? "-"}");
    }
}

using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;

namespace HuaweiDms.Transport;

/// <summary>Determines whether a failure may be temporary and whether the service may have acted.</summary>
internal static class FailureReader
{
    /// <summary>An error fits into this size; a larger body is a page that does not come from the service.</summary>
    private const int LargestError = 64 * 1024;

    /// <summary>The time limit for reading the text of an error, whose status is already known.</summary>
    public static readonly TimeSpan ErrorTextTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether an exception is a failure of the attempt. A cancellation caused by a timeout is one: the connection was not established in
    /// time.
    /// </summary>
    public static bool IsFailure(Exception failure)
        => failure is HttpRequestException or IOException or SocketException or JsonException or InvalidDataException
            or OperationCanceledException { InnerException: TimeoutException };

    /// <summary>The attempt ended without a response, or during one.</summary>
    public static FailedAttempt ReadException(ApiCall call, Exception failure, bool responseBegan)
    {
        switch (failure)
        {
            case InvalidResponseException unfit:
                return new(DmsErrors.UnreadableResponse(call, unfit.Message, failure), unfit.Verdict);
            case InvalidDataException:
                return new(DmsErrors.UnreadableResponse(call, Text.ResponseCannotBeUnpacked, failure), FailureVerdict.MayHaveActed);
            case JsonException:
                return new(DmsErrors.UnreadableResponse(call, Text.ResponseIsNotJson, failure), FailureVerdict.MayHaveActed);
        }
        FailureVerdict verdict = responseBegan ? FailureVerdict.MayHaveActed : Judge(failure);
        return new(verdict == FailureVerdict.MayHaveActed ? DmsErrors.ConnectionLost(call, failure) : DmsErrors.ConnectionFailed(call, failure), verdict);
    }

    /// <summary>The status is a success, but the body is an error.</summary>
    public static FailedAttempt ReadErrorBody(ApiCall call, HttpResponseMessage response, ReadOnlySpan<byte> content, SecretRedactor redactor)
    {
        int status = (int)response.StatusCode;
        ErrorBody body = ErrorBody.Parse(content.ToArray(), redactor);
        DmsException error = DmsErrors.Refused(call, status, body, RequestId(response, redactor) ?? body.RequestId, clockSkew: null, retryAfter: null);
        return new(error, ErrorCatalog.Judge(body.Code, status, error.Kind));
    }

    /// <summary>The service, or a proxy or gateway, responded with an error.</summary>
    public static async Task<FailedAttempt> ReadAsync(
        ApiCall call, HttpResponseMessage response, SecretRedactor redactor, TimeProvider time, CancellationToken cancellationToken)
    {
        int status = (int)response.StatusCode;
        ErrorBody body = ErrorBody.Parse(await ReadContentAsync(call, response, time, cancellationToken).ConfigureAwait(false), redactor);
        DateTimeOffset now = time.GetUtcNow();
        string? requestId = RequestId(response, redactor) ?? body.RequestId;
        if (body.Code is null && IsRedirect(status))
            return new(DmsErrors.Redirected(call, status, PlaceOf(response, call, redactor), requestId), FailureVerdict.Final);
        TimeSpan? retryAfter = RetryAfter(response, now);
        // Waiting as long as requested would exceed the time limit of the call, so it fails now.
        TimeSpan? tooLong = retryAfter > call.Allowed - call.Elapsed ? retryAfter : null;
        DmsException error = DmsErrors.Refused(call, status, body, requestId, response.Headers.Date is { } date ? date - now : null, tooLong);
        FailureVerdict verdict = ErrorCatalog.Judge(body.Code, status, error.Kind);
        return new(error, verdict, retryAfter);
    }

    public static string? RequestId(HttpResponseMessage response, SecretRedactor redactor)
    {
        foreach (string name in (ReadOnlySpan<string>)["X-Request-Id", "X-IAM-Trace-Id", "X-Openstack-Request-Id"])
        {
            if (response.Headers.TryGetValues(name, out IEnumerable<string>? values))
                return ErrorBody.Name(redactor.Redact(values.FirstOrDefault()));
        }
        return null;
    }

    private static async Task<byte[]> ReadContentAsync(
        ApiCall call, HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        using MemoryStream read = new();
        using Deadline brief = new(time, ErrorTextTimeout, cancellationToken);
        try
        {
#if NET
            using Stream stream = await response.Content.ReadAsStreamAsync(brief.Token).ConfigureAwait(false);
#else
            using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            byte[] buffer = new byte[4096];
            int count;
            while (read.Length < LargestError
                && (count = await stream.ReadOrCancelAsync(buffer, 0, buffer.Length, brief.Token).ConfigureAwait(false)) > 0)
                read.Write(buffer, 0, count);
        }
        catch (Exception broken) when (broken is OperationCanceledException || IsFailure(broken))
        {
            // The status is sufficient; the text is only additional information.
            call.Stop.ThrowIfCancellationRequested();
        }
        return read.ToArray();
    }

    private static bool IsRedirect(int status) => status is 301 or 302 or 303 or 307 or 308;

    /// <summary>Returns the target of a redirect without its query, which may be long and contain secrets.</summary>
    private static string? PlaceOf(HttpResponseMessage response, ApiCall call, SecretRedactor redactor)
    {
        if (response.Headers.Location is not { } location)
            return null;
        Uri place = location.IsAbsoluteUri ? location : new Uri(call.Target.On(call.Endpoint), location);
        return ErrorBody.Name(redactor.Redact(place.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)));
    }

    /// <summary>
    /// Returns the requested waiting time. A time of day is one of the service: the clock of this machine may differ from it by minutes.
    /// </summary>
    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        TimeSpan? wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (response.Headers.Date ?? now),
            _ => null,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>
    /// Judges a failure without a response. If no connection was established, nothing was sent. A name that cannot be resolved, an
    /// untrusted certificate and a proxy that rejects the request will fail again.
    /// </summary>
    private static FailureVerdict Judge(Exception failure)
    {
        FailureVerdict verdict = JudgeCause(failure);
#if NET
        // Any other failure while the connection, its encryption or the proxy tunnel was being established.
        if (verdict == FailureVerdict.MayHaveActed && failure is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
            } early)
            return JudgeProxy(early.StatusCode);
#endif
        return verdict;
    }

    private static FailureVerdict JudgeCause(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                    return FailureVerdict.Final;
                case OperationCanceledException:
                    return FailureVerdict.NotActedOn;
                case SocketException socket:
                    return Judge(socket.SocketErrorCode);
                case WebException { Response: HttpWebResponse tunnel }:
                    return JudgeProxy(tunnel.StatusCode);
                case WebException web:
                    return Judge(web.Status);
            }
        }
        return FailureVerdict.MayHaveActed;
    }

    /// <summary>Judges the response of a proxy to a tunnel request. .NET Framework reports no other response as an exception.</summary>
    private static FailureVerdict JudgeProxy(HttpStatusCode? status)
        => status < HttpStatusCode.InternalServerError ? FailureVerdict.Final : FailureVerdict.NotActedOn;

    private static FailureVerdict Judge(SocketError error)
        => error switch
        {
            SocketError.HostNotFound or SocketError.NoData => FailureVerdict.Final,
            SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable
                or SocketError.HostDown or SocketError.NetworkDown or SocketError.TryAgain => FailureVerdict.NotActedOn,
            _ => FailureVerdict.MayHaveActed,
        };

    /// <summary>Judges the equivalent status of .NET Framework.</summary>
    private static FailureVerdict Judge(WebExceptionStatus status)
        => status switch
        {
            WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.TrustFailure
                or WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.ProxyNameResolutionFailure => FailureVerdict.Final,
            WebExceptionStatus.ConnectFailure => FailureVerdict.NotActedOn,
            _ => FailureVerdict.MayHaveActed,
        };
}

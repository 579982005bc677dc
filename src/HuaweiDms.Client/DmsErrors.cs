using System.Globalization;
using System.Net;
using System.Security.Authentication;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Creates the exceptions of this library. The texts are in Text.resx under the name of the error.</summary>
internal static partial class DmsErrors
{
    /// <summary>The error id of every unknown outcome.</summary>
    public const string OutcomeUnknownId = "HuaweiDms.OutcomeUnknown";

    /// <summary>A value was rejected before anything was sent; null means that a value is missing.</summary>
    public static DmsException InvalidArgument(string parameterName, object? value, string rule)
        => Rejected(
            parameterName,
            value is null ? Format(Text.MissingArgument, parameterName, rule) : Format(Text.InvalidArgument, parameterName, Shown(value), rule));

    /// <summary>The body is not JSON.</summary>
    public static DmsException BodyIsNotJson(long line, long position) => Rejected("Body", Format(Text.BodyIsNotJson, line, position));

    /// <summary>The body is too large to be signed.</summary>
    public static DmsException TooLargeToSign(string operation, int size, int most)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", Format(Text.TooLargeToSign, operation, size, most))
        {
            Advice = Text.TooLargeToSignAdvice,
            Operation = operation,
            ParameterName = "Body",
        };

    /// <summary>The service refused a request.</summary>
    /// <param name="call">The call.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The error in the response.</param>
    /// <param name="requestId">The id by which the support of the service finds the call.</param>
    /// <param name="clockSkew">How far the clock of the service is ahead of the local clock.</param>
    /// <param name="retryAfter">The requested waiting time, if it exceeds the time limit of the call.</param>
    public static DmsException Refused(ApiCall call, int status, ErrorBody body, string? requestId, TimeSpan? clockSkew, TimeSpan? retryAfter)
    {
        DmsErrorKind kind = ErrorCatalog.KindOf(body.Code, status);
        // IAM repeats the HTTP status where other services send an error code.
        string code = body.Code is { } given && given != status.ToString(CultureInfo.InvariantCulture)
            ? given
            : FormattableString.Invariant($"HuaweiDms.Http{status}");
        string said = (body.Message ?? Text.ServiceSaidNothing).TrimEnd('.', ' ');
        string tries = call.Attempts > 1 ? Format(Text.AfterAttempts, call.Attempts, Seconds(call.Elapsed)) : string.Empty;
        return new(kind, code, Format(Text.Refused, call.Operation.Name, said, code, status, requestId ?? "-", tries))
        {
            Advice = RefusalAdvice(call, kind, status, body.Code, clockSkew, retryAfter),
            RetryAfter = retryAfter,
            InstanceId = call.Request.InstanceId,
            Operation = call.Operation.Name,
            StatusCode = status,
            ServiceMessage = body.Message,
            RequestId = requestId,
            Attempts = call.Attempts,
            MayHaveActedBefore = call.EarlierOutcomeUnknown,
            Elapsed = call.Elapsed,
        };
    }

    /// <summary>The response is a redirect.</summary>
    /// <param name="call">The call.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="place">The target; null if the response does not name one.</param>
    /// <param name="requestId">The id by which the support of the service finds the call.</param>
    public static DmsException Redirected(ApiCall call, int status, string? place, string? requestId)
    {
        string endpoint = call.Endpoint.GetLeftPart(UriPartial.Authority);
        return new(
            DmsErrorKind.UnreadableResponse,
            FormattableString.Invariant($"HuaweiDms.Http{status}"),
            Format(Text.Redirected, call.Operation.Name, endpoint, place ?? Text.RedirectedNowhere, status, requestId ?? "-"))
        {
            Advice = Text.RedirectedAdvice,
            InstanceId = call.Request.InstanceId,
            Operation = call.Operation.Name,
            StatusCode = status,
            RequestId = requestId,
            Attempts = call.Attempts,
            MayHaveActedBefore = call.EarlierOutcomeUnknown,
            Elapsed = call.Elapsed,
        };
    }

    /// <summary>The service cannot be reached.</summary>
    public static DmsException ConnectionFailed(ApiCall call, Exception cause)
        => About(
            call,
            DmsErrorKind.ConnectionFailed,
            "HuaweiDms.ConnectionFailed",
            Text.ConnectionFailed,
            cause,
            Reason(cause),
            AdviceOn(cause) ?? Text.ConnectionFailedAdvice);

    /// <summary>The connection was lost before the response was complete: the service may have carried out the request.</summary>
    public static DmsException ConnectionLost(ApiCall call, Exception cause)
        => About(
            call,
            DmsErrorKind.ConnectionFailed,
            "HuaweiDms.ConnectionFailed",
            Text.ConnectionLost,
            cause,
            Reason(cause),
            AdviceOn(cause) ?? (call.Operation.IsChange ? Text.ConnectionLostAdvice : Text.ConnectionFailedAdvice));

    /// <summary>The time limit expired.</summary>
    public static DmsException TimedOut(ApiCall call, TimeSpan allowed, Exception? cause)
        => About(call, DmsErrorKind.TimedOut, "HuaweiDms.TimedOut", Text.TimedOut, cause, Seconds(allowed), Text.TimedOutAdvice);

    /// <summary>The response is not a valid response of the operation.</summary>
    public static DmsException UnreadableResponse(ApiCall call, string why, Exception? cause)
        => About(call, DmsErrorKind.UnreadableResponse, "HuaweiDms.UnreadableResponse", Text.UnreadableResponse, cause, why, Text.UnreadableResponseAdvice);

    /// <summary>The response to a change was lost.</summary>
    public static DmsException OutcomeUnknown(ApiCall call, DmsException cause)
        => About(call, DmsErrorKind.OutcomeUnknown, OutcomeUnknownId, Text.OutcomeUnknown, cause, cause.Message, Text.OutcomeUnknownAdvice);

    /// <summary>The response does not mention an item of a batch that must not be sent twice.</summary>
    /// <param name="result">What is known about the item.</param>
    /// <param name="message">The same as a sentence.</param>
    public static DmsException OutcomeUnknown(ActionResult result, string message)
        => new(DmsErrorKind.OutcomeUnknown, OutcomeUnknownId, message)
        {
            Advice = Text.OutcomeUnknownAdvice,
            InstanceId = result.InstanceId,
            ShownBy = result.ShownBy,
        };

    /// <summary>The service reported that the operation failed.</summary>
    public static DmsException Failed(string operation)
        => new(DmsErrorKind.ServiceFailed, ItemErrors.Failed, Format(Text.OperationFailed, operation)) { Operation = operation };

    /// <summary>Formats a time unambiguously.</summary>
    private static object? Shown(object? value)
        => value is DateTimeOffset time ? time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) : value;

    private static DmsException Rejected(string parameterName, string message)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", message) { ParameterName = parameterName };

    private static DmsException About(ApiCall call, DmsErrorKind kind, string id, string text, Exception? cause, string detail, string advice)
    {
        string tries = call.Attempts == 1 ? Text.OneAttempt : Format(Text.ManyAttempts, call.Attempts);
        string message = Format(text, call.Operation.Name, call.Endpoint.GetLeftPart(UriPartial.Authority), tries, Seconds(call.Elapsed), detail);
        return new(kind, id, message, cause)
        {
            Advice = advice,
            Operation = call.Operation.Name,
            ShownBy = kind == DmsErrorKind.OutcomeUnknown ? OutcomeOperations.Of(call.Operation) : null,
            Attempts = call.Attempts,
            Elapsed = call.Elapsed,
        };
    }

    private static string? RefusalAdvice(ApiCall call, DmsErrorKind kind, int status, string? code, TimeSpan? clockSkew, TimeSpan? retryAfter)
    {
        if (kind == DmsErrorKind.AuthenticationFailed && status == (int)HttpStatusCode.Unauthorized)
            return AuthenticationAdvice(call, clockSkew);
        if (status == (int)HttpStatusCode.ProxyAuthenticationRequired)
            return Text.ProxyAdvice;
        if (retryAfter is { } wait)
            return Format(Text.RetryAfterAdvice, Span(wait), Seconds(call.Allowed));
        if (kind == DmsErrorKind.NotFound && code is null)
            return Text.NobodyToldAdvice;
        return ErrorCatalog.Advice(code) ?? AdviceOn(kind);
    }

    /// <summary>If a certificate is not trusted or a proxy requires authentication, the network is not the cause.</summary>
    private static string? AdviceOn(Exception? cause)
        => cause switch
        {
            null => null,
            AuthenticationException => Text.CertificateAdvice,
#if NET
            HttpRequestException { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } => Text.ProxyAdvice,
#endif
            WebException { Response: HttpWebResponse { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } } => Text.ProxyAdvice,
            _ => AdviceOn(cause.InnerException),
        };

    /// <summary>The advice if the error code is unknown or missing.</summary>
    private static string? AdviceOn(DmsErrorKind kind)
        => kind switch
        {
            DmsErrorKind.ServiceFailed => Text.ServiceFailedAdvice,
            DmsErrorKind.PermissionDenied => Text.PermissionDeniedAdvice,
            _ => null,
        };

    /// <summary>The advice depends on whether a password, a signature or a token was rejected.</summary>
    private static string AuthenticationAdvice(ApiCall call, TimeSpan? clockSkew)
    {
        if (!call.Operation.Authenticated)
            return Text.PasswordAdvice;
        return call.IsSigned ? SignatureAdvice(clockSkew) : Text.TokenAdvice;
    }

    private static string SignatureAdvice(TimeSpan? clockSkew)
        => clockSkew is { } skew && skew.Duration() > TimeSpan.FromMinutes(5)
            ? Format(Text.ClockAdvice, Math.Round(skew.Duration().TotalMinutes), skew > TimeSpan.Zero ? Text.ClockBehind : Text.ClockAhead)
            : Text.SecretAdvice;

    /// <summary>
    /// Returns the message of the innermost cause as part of a sentence. A .NET message about proxy tunnels ends with an unmatched
    /// quotation mark.
    /// </summary>
    private static string Reason(Exception cause)
    {
        while (cause.InnerException is { } inner)
            cause = inner;
        string said = cause.Message;
        int mark = said.IndexOf('"');
        return (mark >= 0 && mark == said.Length - 1 ? said.Substring(0, mark) : said).TrimEnd('.', ' ');
    }

    private static string Span(TimeSpan time)
        => time < TimeSpan.FromMinutes(2) ? Seconds(time) : Math.Ceiling(time.TotalMinutes).ToString(CultureInfo.InvariantCulture) + " minutes";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";
}

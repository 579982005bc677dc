using System.Globalization;
using System.Net;
using System.Security.Authentication;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>What this library throws. Texts live in Text.resx under the error's name.</summary>
internal static partial class DmsErrors
{
    /// <summary>The id of every outcome that is not known.</summary>
    public const string OutcomeUnknownId = "HuaweiDms.OutcomeUnknown";

    /// <summary>A value refused before anything was sent; null where none was given.</summary>
    public static DmsException InvalidArgument(string parameterName, object? value, string rule)
        => new(
            DmsErrorKind.InvalidArgument,
            "HuaweiDms.InvalidArgument",
            value is null ? Format(Text.MissingArgument, parameterName, rule) : Format(Text.InvalidArgument, parameterName, Shown(value), rule))
        {
            ParameterName = parameterName,
        };

    /// <summary>A body that was to be JSON and is not.</summary>
    public static DmsException BodyIsNoJson(long line, long position)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", Format(Text.BodyIsNoJson, line, position)) { ParameterName = "Body" };

    /// <summary>A body that may not be signed.</summary>
    public static DmsException TooLargeToSign(string operation, int size, int most)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", Format(Text.TooLargeToSign, operation, size, most))
        {
            Advice = Text.TooLargeToSignAdvice,
            Operation = operation,
            ParameterName = "Body",
        };

    /// <summary>The service refused.</summary>
    /// <param name="call">What was refused.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">What the service said.</param>
    /// <param name="requestId">By which its support finds the call.</param>
    /// <param name="clockSkew">What the service's clock is ahead of ours.</param>
    /// <param name="retryAfter">How long it asks to wait, where that is longer than the call may take.</param>
    public static DmsException Refused(ApiCall call, int status, ErrorBody body, string? requestId, TimeSpan? clockSkew, TimeSpan? retryAfter)
    {
        DmsErrorKind kind = ErrorCatalog.KindOf(body.Code, status);
        // IAM repeats the status where others have a code.
        string code = body.Code is { } given && given != status.ToString(CultureInfo.InvariantCulture)
            ? given
            : FormattableString.Invariant($"HuaweiDms.Http{status}");
        string said = (body.Message ?? Text.ServiceSaidNothing).TrimEnd('.', ' ');
        string tries = call.Attempts > 1 ? Format(Text.AfterAttempts, call.Attempts, Seconds(call.Elapsed)) : string.Empty;
        return new(kind, code, Format(Text.Refused, call.Operation.Name, said, code, status, requestId ?? "-", tries))
        {
            Advice = kind == DmsErrorKind.AuthenticationFailed && status == (int)HttpStatusCode.Unauthorized ? AuthenticationAdvice(call, clockSkew)
                : status == (int)HttpStatusCode.ProxyAuthenticationRequired ? Text.ProxyAdvice
                : retryAfter is { } wait ? Format(Text.RetryAfterAdvice, Span(wait), Seconds(call.Allowed))
                : ErrorCatalog.Advice(body.Code) ?? (kind == DmsErrorKind.NotFound && body.Code is null ? Text.NobodyToldAdvice : AdviceOn(kind)),
            RetryAfter = retryAfter,
            InstanceId = call.InstanceId,
            Operation = call.Operation.Name,
            StatusCode = status,
            ServiceMessage = body.Message,
            RequestId = requestId,
            Attempts = call.Attempts,
            MayHaveActedBefore = call.EarlierOutcomeOpen,
            Elapsed = call.Elapsed,
        };
    }

    /// <summary>Something answered that the request has to go elsewhere.</summary>
    /// <param name="call">What was answered so.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="place">Where to; null where that is not said.</param>
    /// <param name="requestId">By which the support finds the call.</param>
    public static DmsException Redirected(ApiCall call, int status, string? place, string? requestId)
    {
        string endpoint = call.Endpoint.GetLeftPart(UriPartial.Authority);
        return new(
            DmsErrorKind.UnreadableAnswer,
            FormattableString.Invariant($"HuaweiDms.Http{status}"),
            Format(Text.Redirected, call.Operation.Name, endpoint, place ?? Text.RedirectedNowhere, status, requestId ?? "-"))
        {
            Advice = Text.RedirectedAdvice,
            InstanceId = call.InstanceId,
            Operation = call.Operation.Name,
            StatusCode = status,
            RequestId = requestId,
            Attempts = call.Attempts,
            MayHaveActedBefore = call.EarlierOutcomeOpen,
            Elapsed = call.Elapsed,
        };
    }

    /// <summary>The service could not be reached.</summary>
    public static DmsException ConnectionFailed(ApiCall call, Exception cause)
        => About(call, DmsErrorKind.ConnectionFailed, "HuaweiDms.ConnectionFailed", Text.ConnectionFailed, cause, Reason(cause), AdviceOn(cause));

    /// <summary>The connection was lost on the way: the service may have done what it was asked, and nobody heard.</summary>
    public static DmsException ConnectionLost(ApiCall call, Exception cause)
        => About(
            call,
            DmsErrorKind.ConnectionFailed,
            "HuaweiDms.ConnectionFailed",
            Text.ConnectionLost,
            cause,
            Reason(cause),
            AdviceOn(cause) ?? (call.Operation.IsChange ? Text.ConnectionLostAdvice : null));

    /// <summary>The time allowed ran out.</summary>
    public static DmsException TimedOut(ApiCall call, TimeSpan allowed, Exception? cause)
        => About(call, DmsErrorKind.TimedOut, "HuaweiDms.TimedOut", Text.TimedOut, cause, Seconds(allowed));

    /// <summary>The answer is not what the operation answers.</summary>
    public static DmsException UnreadableAnswer(ApiCall call, string why, Exception? cause)
        => About(call, DmsErrorKind.UnreadableAnswer, "HuaweiDms.UnreadableAnswer", Text.UnreadableAnswer, cause, why);

    /// <summary>A change whose answer was lost.</summary>
    public static DmsException OutcomeUnknown(ApiCall call, DmsException cause)
        => About(call, DmsErrorKind.OutcomeUnknown, OutcomeUnknownId, Text.OutcomeUnknown, cause, cause.Message);

    /// <summary>A part of a batch of which the answer says nothing, and that must not be done twice.</summary>
    /// <param name="result">What is known of it.</param>
    /// <param name="message">The same in a sentence.</param>
    public static DmsException OutcomeUnknown(ActionResult result, string message)
        => new(DmsErrorKind.OutcomeUnknown, OutcomeUnknownId, message)
        {
            Advice = Text.OutcomeUnknownAdvice,
            InstanceId = result.InstanceId,
            ShownBy = result.ShownBy,
        };

    /// <summary>The service answered that it did not do what it was asked.</summary>
    public static DmsException Failed(string operation)
        => new(DmsErrorKind.ServiceFailed, ItemErrors.Failed, Format(Text.OperationFailed, operation)) { Operation = operation };

    /// <summary>The project could not be found by its name (8.4).</summary>
    public static DmsException ProjectNotFound(string name, IReadOnlyCollection<string> found)
        => new(
            DmsErrorKind.NotFound,
            "HuaweiDms.ProjectNotFound",
            Format(Text.ProjectNotFound, name, found.Count, found.Count == 0 ? Text.NoneVisible : string.Join(", ", found)))
        {
            Advice = Text.ProjectNotFoundAdvice,
        };

    /// <summary>An address with a name or a password in it; the error does not show them.</summary>
    public static DmsException EndpointHoldsSecret(string parameterName, Uri endpoint)
        => InvalidArgument(parameterName, endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped), Text.EndpointHoldsSecret);

    /// <summary>No region and no endpoint to call.</summary>
    public static DmsException EndpointMissing(string service)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.EndpointMissing", Format(Text.EndpointMissing, service))
        {
            ParameterName = "Region",
            Advice = Text.EndpointMissingAdvice,
        };

    /// <summary>A time in an order of its parts that nobody reads otherwise.</summary>
    private static object? Shown(object? value)
        => value is DateTimeOffset time ? time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) : value;

    private static DmsException About(ApiCall call, DmsErrorKind kind, string id, string text, Exception? cause, string detail, string? advice = null)
    {
        string tries = call.Attempts == 1 ? Text.OneAttempt : Format(Text.ManyAttempts, call.Attempts);
        string message = Format(text, call.Operation.Name, call.Endpoint.GetLeftPart(UriPartial.Authority), tries, Seconds(call.Elapsed), detail);
        return new(kind, id, message, cause)
        {
            Advice = advice ?? Text.ResourceManager.GetString(id.Replace("HuaweiDms.", string.Empty) + "Advice", CultureInfo.InvariantCulture),
            Operation = call.Operation.Name,
            ShownBy = kind == DmsErrorKind.OutcomeUnknown ? Evidence.Of(call.Operation) : null,
            Attempts = call.Attempts,
            Elapsed = call.Elapsed,
        };
    }

    /// <summary>Where a certificate was not believed, or a proxy does not know who calls, the network is not to blame.</summary>
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

    /// <summary>Where nothing is known of a code, or there is none.</summary>
    private static string? AdviceOn(DmsErrorKind kind)
        => kind switch
        {
            DmsErrorKind.ServiceFailed => Text.ServiceFailedAdvice,
            DmsErrorKind.PermissionDenied => Text.PermissionDeniedAdvice,
            _ => null,
        };

    /// <summary>A password, a signature and a token are wrong in different ways.</summary>
    private static string AuthenticationAdvice(ApiCall call, TimeSpan? clockSkew)
        => !call.Operation.Authenticated ? Text.PasswordAdvice
            : call.IsSigned ? SignatureAdvice(clockSkew)
            : Text.TokenAdvice;

    private static string SignatureAdvice(TimeSpan? clockSkew)
        => clockSkew is { } skew && skew.Duration() > TimeSpan.FromMinutes(5)
            ? Format(Text.ClockAdvice, Math.Round(skew.Duration().TotalMinutes), skew > TimeSpan.Zero ? Text.ClockBehind : Text.ClockAhead)
            : Text.SecretAdvice;

    /// <summary>What the innermost cause says, as a part of a sentence. What .NET says of the tunnel of a proxy ends with a quotation mark that nothing opens.</summary>
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

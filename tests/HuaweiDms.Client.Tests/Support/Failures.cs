using System.Net;
using Step = HuaweiDms.Client.Tests.Support.ScriptedHandler.Step;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>
/// The failures between a client and a service, and their expected results. The table is written by hand and does not come from the code
/// under test.
/// </summary>
internal static class Failures
{
    public static IReadOnlyDictionary<string, Failure> All { get; } = new Dictionary<string, Failure>(StringComparer.Ordinal)
    {
        // The failure, and its outcome for a request that does no harm when sent twice and for any other: sent again or once, and the error.
        ["connection refused"] = new(Responses.ConnectionRefused, Repeated(DmsErrorKind.ConnectionFailed), Repeated(DmsErrorKind.ConnectionFailed)),
        ["connect timeout"] = new(Responses.ConnectTimeout, Repeated(DmsErrorKind.ConnectionFailed), Repeated(DmsErrorKind.ConnectionFailed)),
        ["host name unknown"] = new(Responses.NameUnknown, Once(DmsErrorKind.ConnectionFailed), Once(DmsErrorKind.ConnectionFailed)),
        ["host name lookup failed"] = new(Responses.NameLookupFailed, Repeated(DmsErrorKind.ConnectionFailed), Repeated(DmsErrorKind.ConnectionFailed)),
        ["certificate refused"] = new(Responses.CertificateRefused, Once(DmsErrorKind.ConnectionFailed), Once(DmsErrorKind.ConnectionFailed)),
        ["reset before a response"] = new(Responses.ConnectionReset, Repeated(DmsErrorKind.ConnectionFailed), Once(DmsErrorKind.OutcomeUnknown)),
        ["a proxy that refuses, on .NET Framework"]
            = new(Responses.TunnelRefused(HttpStatusCode.Forbidden), Once(DmsErrorKind.ConnectionFailed), Once(DmsErrorKind.ConnectionFailed)),
        ["a proxy that fails, on .NET Framework"]
            = new(Responses.TunnelRefused(HttpStatusCode.BadGateway), Repeated(DmsErrorKind.ConnectionFailed), Repeated(DmsErrorKind.ConnectionFailed)),
        ["no response in time"] = new(Responses.Stalled, Repeated(DmsErrorKind.TimedOut), Once(DmsErrorKind.OutcomeUnknown)),
        ["408"] = new(Responses.Empty(408), Repeated(DmsErrorKind.TimedOut), Once(DmsErrorKind.OutcomeUnknown)),
        ["429"] = new(Responses.Error(429, "APIGW.0308"), Repeated(DmsErrorKind.Throttled), Repeated(DmsErrorKind.Throttled)),
        ["429 with a wait"] = new(Responses.Error(429, "APIGW.0308").AfterSeconds(7), Repeated(DmsErrorKind.Throttled), Repeated(DmsErrorKind.Throttled)) { Pause = TimeSpan.FromSeconds(7) },
        ["flow control as 404"] = new(Responses.Error(404, "DMS.10240407"), Repeated(DmsErrorKind.Throttled), Repeated(DmsErrorKind.Throttled)),
        ["404"] = new(Responses.Error(404, "DMS.00404022"), Once(DmsErrorKind.NotFound), Once(DmsErrorKind.NotFound)),
        ["500"] = new(Responses.Error(500, "DMS.00500000"), Repeated(DmsErrorKind.ServiceFailed), Once(DmsErrorKind.OutcomeUnknown)),
        ["502 with an HTML page"] = new(Responses.Html(502), Repeated(DmsErrorKind.ServiceFailed), Once(DmsErrorKind.OutcomeUnknown)),
        ["503"] = new(Responses.Empty(503), Repeated(DmsErrorKind.ServiceFailed), Repeated(DmsErrorKind.ServiceFailed)),
        ["503 with a wait"] = new(Responses.Empty(503).AfterSeconds(11), Repeated(DmsErrorKind.ServiceFailed), Repeated(DmsErrorKind.ServiceFailed)) { Pause = TimeSpan.FromSeconds(11) },
        ["504"] = new(Responses.Empty(504), Repeated(DmsErrorKind.ServiceFailed), Once(DmsErrorKind.OutcomeUnknown)),
        ["501 with a code of the service"] = new(Responses.Error(501, "DMS.111501026"), Once(DmsErrorKind.InvalidArgument), Once(DmsErrorKind.InvalidArgument)),
        ["400"] = new(Responses.Error(400, "DMS.00400010"), Once(DmsErrorKind.InvalidArgument), Once(DmsErrorKind.InvalidArgument)),
        ["busy"] = new(Responses.Error(400, "DMS.00400026"), Once(DmsErrorKind.Busy), Once(DmsErrorKind.Busy)),
        ["401"] = new(Responses.Error(401, "APIGW.0301"), Once(DmsErrorKind.AuthenticationFailed), Once(DmsErrorKind.AuthenticationFailed)),
        ["403"] = new(Responses.Error(403, "DMS.00403003"), Once(DmsErrorKind.PermissionDenied), Once(DmsErrorKind.PermissionDenied)),
        ["a redirect"] = new(Responses.Empty(302), Once(DmsErrorKind.UnreadableResponse), Once(DmsErrorKind.UnreadableResponse)),
        ["an HTML page instead of a response"] = new(Responses.Html(200), Repeated(DmsErrorKind.UnreadableResponse), Once(DmsErrorKind.OutcomeUnknown)),
        ["an HTML page declared as JSON"]
            = new(Responses.Json("\uFEFF \r\n<!DOCTYPE html><p>Sign in"), Repeated(DmsErrorKind.UnreadableResponse), Once(DmsErrorKind.OutcomeUnknown)) { InBody = true },
        ["connection lost in the body"]
            = new(Responses.Body("""{"instance_id":"i""", BrokenBody.End.Broken), Repeated(DmsErrorKind.ConnectionFailed), Once(DmsErrorKind.OutcomeUnknown)) { InBody = true },
        ["connection lost in the body, network unreachable"]
            = new(Responses.Body("""{"instance_id":"i""", BrokenBody.End.Unreachable), Repeated(DmsErrorKind.ConnectionFailed), Once(DmsErrorKind.OutcomeUnknown)) { InBody = true },
        ["truncated body"]
            = new(Responses.Json("""{"instance_id":"i"""), Repeated(DmsErrorKind.UnreadableResponse), Once(DmsErrorKind.OutcomeUnknown)) { InBody = true },
        ["body that ends before its length, on .NET Framework"]
            = new(Responses.Body("""{"instance_id":"i""", BrokenBody.End.Whole).With(Announce), Repeated(DmsErrorKind.ConnectionFailed), Once(DmsErrorKind.OutcomeUnknown)) { InBody = true },
        ["empty body with a length, on .NET Framework"]
            = new(Responses.Body(string.Empty, BrokenBody.End.Whole).With(Announce), Repeated(DmsErrorKind.ConnectionFailed), Once(DmsErrorKind.OutcomeUnknown)) { InBody = true },
        ["body of another type"]
            = new(Responses.Respond(HttpStatusCode.OK, [0x89, 0x50, 0x4E, 0x47, 0], "image/png"), Repeated(DmsErrorKind.UnreadableResponse), Once(DmsErrorKind.OutcomeUnknown)) { InBody = true },
        ["body not compressed as declared"]
            = new(Responses.Body("{", BrokenBody.End.Unpackable), Repeated(DmsErrorKind.UnreadableResponse), Once(DmsErrorKind.OutcomeUnknown)) { InBody = true },
        ["body that stalls"]
            = new(Responses.Body("""{"instance_id":"i""", BrokenBody.End.Stalled), Repeated(DmsErrorKind.TimedOut), Once(DmsErrorKind.OutcomeUnknown)) { InBody = true },
        ["body that stalls and then breaks"]
            = new(Responses.Body("{", BrokenBody.End.StalledThenBroken), Repeated(DmsErrorKind.TimedOut), Once(DmsErrorKind.OutcomeUnknown)) { InBody = true },
    };

    public static IEnumerable<string> Names => All.Keys;

    private static void Announce(HttpResponseMessage response) => response.Content.Headers.ContentLength = 100;

    private static Outcome Repeated(DmsErrorKind error) => new(true, error);

    private static Outcome Once(DmsErrorKind error) => new(false, error);

    /// <param name="IsRepeated">Whether the request is sent again.</param>
    /// <param name="Error">The final error if every attempt fails.</param>
    internal sealed record Outcome(bool IsRepeated, DmsErrorKind Error);

    /// <param name="Step">What happens to each request.</param>
    /// <param name="Harmless">The outcome of a request that does no harm when sent twice.</param>
    /// <param name="Other">The outcome of any other request.</param>
    internal sealed record Failure(Step Step, Outcome Harmless, Outcome Other)
    {
        /// <summary>How long the service asks to wait.</summary>
        public TimeSpan? Pause { get; init; }

        /// <summary>
        /// Whether the service accepts the request and only the response body is broken, which a method that ignores the body need not
        /// notice.
        /// </summary>
        public bool InBody { get; init; }

        public Outcome For(bool isHarmless) => isHarmless ? Harmless : Other;
    }
}

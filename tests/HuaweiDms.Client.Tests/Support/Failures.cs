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
        // The failure; whether a harmless and any other request is sent again; the final error of both.
        ["connection refused"] = new(Answers.ConnectionRefused, true, true, DmsErrorKind.ConnectionFailed, DmsErrorKind.ConnectionFailed),
        ["no connection in time"] = new(Answers.ConnectTimeout, true, true, DmsErrorKind.ConnectionFailed, DmsErrorKind.ConnectionFailed),
        ["host name unknown"] = new(Answers.NameUnknown, false, false, DmsErrorKind.ConnectionFailed, DmsErrorKind.ConnectionFailed),
        ["no answer about the host name"] = new(Answers.NameNotTold, true, true, DmsErrorKind.ConnectionFailed, DmsErrorKind.ConnectionFailed),
        ["certificate refused"] = new(Answers.CertificateRefused, false, false, DmsErrorKind.ConnectionFailed, DmsErrorKind.ConnectionFailed),
        ["reset before an answer"] = new(Answers.ConnectionReset, true, false, DmsErrorKind.ConnectionFailed, DmsErrorKind.OutcomeUnknown),
        ["a proxy that does not let through, on .NET Framework"]
            = new(Answers.TunnelRefused(HttpStatusCode.Forbidden), false, false, DmsErrorKind.ConnectionFailed, DmsErrorKind.ConnectionFailed),
        ["a proxy that is ill, on .NET Framework"]
            = new(Answers.TunnelRefused(HttpStatusCode.BadGateway), true, true, DmsErrorKind.ConnectionFailed, DmsErrorKind.ConnectionFailed),
        ["no answer in time"] = new(Answers.Stalled, true, false, DmsErrorKind.TimedOut, DmsErrorKind.OutcomeUnknown),
        ["408"] = new(Answers.Empty(408), true, false, DmsErrorKind.TimedOut, DmsErrorKind.OutcomeUnknown),
        ["429"] = new(Answers.Error(429, "APIGW.0308"), true, true, DmsErrorKind.Throttled, DmsErrorKind.Throttled),
        ["429 that says when"] = new(Answers.Error(429, "APIGW.0308").AfterSeconds(7), true, true, DmsErrorKind.Throttled, DmsErrorKind.Throttled) { Pause = TimeSpan.FromSeconds(7) },
        ["flow control as 404"] = new(Answers.Error(404, "DMS.10240407"), true, true, DmsErrorKind.Throttled, DmsErrorKind.Throttled),
        ["404"] = new(Answers.Error(404, "DMS.00404022"), false, false, DmsErrorKind.NotFound, DmsErrorKind.NotFound),
        ["500"] = new(Answers.Error(500, "DMS.00500000"), true, false, DmsErrorKind.ServiceFailed, DmsErrorKind.OutcomeUnknown),
        ["502 with a page"] = new(Answers.Html(502), true, false, DmsErrorKind.ServiceFailed, DmsErrorKind.OutcomeUnknown),
        ["503"] = new(Answers.Empty(503), true, true, DmsErrorKind.ServiceFailed, DmsErrorKind.ServiceFailed),
        ["503 that says when"] = new(Answers.Empty(503).AfterSeconds(11), true, true, DmsErrorKind.ServiceFailed, DmsErrorKind.ServiceFailed) { Pause = TimeSpan.FromSeconds(11) },
        ["504"] = new(Answers.Empty(504), true, false, DmsErrorKind.ServiceFailed, DmsErrorKind.OutcomeUnknown),
        ["501 for good"] = new(Answers.Error(501, "DMS.111501026"), false, false, DmsErrorKind.InvalidArgument, DmsErrorKind.InvalidArgument),
        ["400"] = new(Answers.Error(400, "DMS.00400010"), false, false, DmsErrorKind.InvalidArgument, DmsErrorKind.InvalidArgument),
        ["busy"] = new(Answers.Error(400, "DMS.00400026"), false, false, DmsErrorKind.Busy, DmsErrorKind.Busy),
        ["401"] = new(Answers.Error(401, "APIGW.0301"), false, false, DmsErrorKind.AuthenticationFailed, DmsErrorKind.AuthenticationFailed),
        ["403"] = new(Answers.Error(403, "DMS.00403003"), false, false, DmsErrorKind.PermissionDenied, DmsErrorKind.PermissionDenied),
        ["a redirect"] = new(Answers.Empty(302), false, false, DmsErrorKind.UnreadableResponse, DmsErrorKind.UnreadableResponse),
        ["a page instead of an answer"] = new(Answers.Html(200), true, false, DmsErrorKind.UnreadableResponse, DmsErrorKind.OutcomeUnknown),
        ["a page that says it is JSON"]
            = new(Answers.Json("\uFEFF \r\n<!DOCTYPE html><p>Sign in"), true, false, DmsErrorKind.UnreadableResponse, DmsErrorKind.OutcomeUnknown) { InBody = true },
        ["body broken off"]
            = new(Answers.Body("""{"instance_id":"i""", BrokenBody.End.Broken), true, false, DmsErrorKind.ConnectionFailed, DmsErrorKind.OutcomeUnknown) { InBody = true },
        ["body broken off by a network that is gone"]
            = new(Answers.Body("""{"instance_id":"i""", BrokenBody.End.Unreachable), true, false, DmsErrorKind.ConnectionFailed, DmsErrorKind.OutcomeUnknown) { InBody = true },
        ["body cut short"]
            = new(Answers.Json("""{"instance_id":"i"""), true, false, DmsErrorKind.UnreadableResponse, DmsErrorKind.OutcomeUnknown) { InBody = true },
        ["body that ends before its length, on .NET Framework"]
            = new(Answers.Body("""{"instance_id":"i""", BrokenBody.End.Whole).With(Announce), true, false, DmsErrorKind.ConnectionFailed, DmsErrorKind.OutcomeUnknown) { InBody = true },
        ["body of which nothing comes, on .NET Framework"]
            = new(Answers.Body(string.Empty, BrokenBody.End.Whole).With(Announce), true, false, DmsErrorKind.ConnectionFailed, DmsErrorKind.OutcomeUnknown) { InBody = true },
        ["body of another type"]
            = new(Answers.Respond(HttpStatusCode.OK, [0x89, 0x50, 0x4E, 0x47, 0], "image/png"), true, false, DmsErrorKind.UnreadableResponse, DmsErrorKind.OutcomeUnknown) { InBody = true },
        ["body not packed as it says"]
            = new(Answers.Body("{", BrokenBody.End.Unpackable), true, false, DmsErrorKind.UnreadableResponse, DmsErrorKind.OutcomeUnknown) { InBody = true },
        ["body that stands still"]
            = new(Answers.Body("""{"instance_id":"i""", BrokenBody.End.Stalled), true, false, DmsErrorKind.TimedOut, DmsErrorKind.OutcomeUnknown) { InBody = true },
        ["body that stands still and then breaks"]
            = new(Answers.Body("{", BrokenBody.End.StalledThenBroken), true, false, DmsErrorKind.TimedOut, DmsErrorKind.OutcomeUnknown) { InBody = true },
    };

    public static IEnumerable<string> Names => All.Keys;

    private static void Announce(HttpResponseMessage response) => response.Content.Headers.ContentLength = 100;

    /// <param name="Step">What happens to each request.</param>
    /// <param name="ReadRepeats">Whether a request that does no harm twice is sent again.</param>
    /// <param name="CreateRepeats">Whether any other request is sent again.</param>
    /// <param name="ReadTold">The final error of a request that does no harm twice.</param>
    /// <param name="CreateTold">The final error of any other request.</param>
    internal sealed record Failure(Step Step, bool ReadRepeats, bool CreateRepeats, DmsErrorKind ReadTold, DmsErrorKind CreateTold)
    {
        /// <summary>How long the service asks to wait.</summary>
        public TimeSpan? Pause { get; init; }

        /// <summary>
        /// The service accepts the request, and only the response body is broken, which a method that ignores the body need not notice.
        /// </summary>
        public bool InBody { get; init; }
    }
}

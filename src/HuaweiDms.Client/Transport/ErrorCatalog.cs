using System.Globalization;
using System.Text.Json;

namespace HuaweiDms.Transport;

/// <summary>The known error codes of the service (8.2): the kind, if it is more specific than the status, and what to do.</summary>
internal static class ErrorCatalog
{
    private static readonly Lazy<Dictionary<string, Entry>> Entries = new(Load);

    /// <summary>Queries that exceeded a limit; repeating them costs as much again (5.8.1).</summary>
    private static readonly HashSet<string> FinalCodes = new(StringComparer.Ordinal) { "DMS.111501024", "DMS.111501026" };

    public static string? Advice(string? code) => Find(code)?.Action;

    /// <summary>
    /// Returns the kind of an error. The code takes precedence over the status: DMS.10240407 with status 404 is flow control, and several
    /// codes with status 400 only ask to wait (8.2).
    /// </summary>
    public static DmsErrorKind KindOf(string? code, int status)
        => Find(code)?.Kind ?? ImpliedStatus(code, status) switch
        {
            < 400 => DmsErrorKind.UnreadableResponse,
            401 => DmsErrorKind.AuthenticationFailed,
            403 => DmsErrorKind.PermissionDenied,
            404 or 410 => DmsErrorKind.NotFound,
            407 => DmsErrorKind.ConnectionFailed,
            408 => DmsErrorKind.TimedOut,
            409 => DmsErrorKind.AlreadyExists,
            429 => DmsErrorKind.Throttled,
            >= 500 => DmsErrorKind.ServiceFailed,
            _ => DmsErrorKind.InvalidArgument,
        };

    /// <summary>
    /// Returns whether a refusal may be temporary, and whether the service may have acted: flow control and 503 occur before it acts.
    /// </summary>
    public static FailureVerdict Judge(string? code, int status, DmsErrorKind kind)
    {
        if (code is not null && FinalCodes.Contains(code))
            return FailureVerdict.Final;
        status = ImpliedStatus(code, status);
        if (kind == DmsErrorKind.Throttled || status is 429 or 503)
            return FailureVerdict.NotActedOn;
        return status is 408 or 500 or 502 or 504 && kind is DmsErrorKind.ServiceFailed or DmsErrorKind.TimedOut
            ? FailureVerdict.MayHaveActed
            : FailureVerdict.Final;
    }

    /// <summary>
    /// Returns the status that an error in a successful response should have had, taken from its code, such as <c>DMS.00400026</c>.
    /// </summary>
    private static int ImpliedStatus(string? code, int status)
    {
        if (code is null || status is < 200 or >= 300)
            return status;
        string digits = code.Substring(code.LastIndexOf('.') + 1);
        if (digits.Length < 8)
            return 400;
        bool isNumber = int.TryParse(digits.Substring(digits.Length - 6, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int meant);
        return isNumber && meant is >= 400 and < 600 ? meant : 400;
    }

    private static Entry? Find(string? code)
        => code is not null && Entries.Value.TryGetValue(code, out Entry? entry) ? entry : null;

    private static Dictionary<string, Entry> Load()
    {
        using Stream resource = typeof(ErrorCatalog).Assembly.GetManifestResourceStream("error-codes.json")!;
        using JsonDocument document = JsonDocument.Parse(resource);
        return document.RootElement.EnumerateObject().ToDictionary(
            code => code.Name,
            code => new Entry(
                code.Value.GetProperty("action").GetString()!,
                code.Value.TryGetProperty("kind", out JsonElement kind)
                    ? (DmsErrorKind)Enum.Parse(typeof(DmsErrorKind), kind.GetString()!)
                    : null),
            StringComparer.Ordinal);
    }

    private sealed record Entry(string Action, DmsErrorKind? Kind);
}

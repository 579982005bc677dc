namespace HuaweiDms.Transport;

/// <summary>
/// What is not there where an answer says that something is not. The service, the gateway before it and a proxy on the way all answer
/// 404, and only the service knows of instances.
/// </summary>
internal static class Absence
{
    /// <summary>Said of an address (8.2; the gateway's own code is not in the table).</summary>
    private static readonly HashSet<string> OfAddress = new(StringComparer.Ordinal) { "APIGW.0101", "DMS.00404001", "DMS.10240406" };

    /// <summary>Whether nobody there knows the path that was called. Nothing is said of what it names.</summary>
    public static bool IsOfPath(DmsException error) => OfAddress.Contains(error.ErrorId);

    /// <summary>
    /// Whether the service itself says that what the path names is not there: an instance (DMS.00404022), a task. An answer without
    /// a code of the service is none of its own, and shows nothing.
    /// </summary>
    public static bool IsOfObject(DmsException error)
        => error.Kind == DmsErrorKind.NotFound && error.ErrorId.StartsWith("DMS.", StringComparison.Ordinal) && !IsOfPath(error);
}

namespace HuaweiDms.Transport;

/// <summary>
/// Determines what a "not found" response refers to. The service, its gateway and proxies all respond with 404, and only the service knows
/// about instances.
/// </summary>
internal static class NotFoundErrors
{
    /// <summary>Error codes about the path (8.2; the code of the gateway is not in the table).</summary>
    private static readonly HashSet<string> PathCodes = new(StringComparer.Ordinal) { "APIGW.0101", "DMS.00404001", "DMS.10240406" };

    /// <summary>Whether the path of the operation is unknown, which says nothing about the object that it names.</summary>
    public static bool IsPathUnknown(DmsException error) => PathCodes.Contains(error.ErrorId);

    /// <summary>
    /// Whether the service itself reports that the object does not exist, such as an instance (DMS.00404022) or a task. A response without
    /// a code of the service does not come from it and proves nothing.
    /// </summary>
    public static bool IsObjectMissing(DmsException error)
        => error.Kind == DmsErrorKind.NotFound && error.ErrorId.StartsWith("DMS.", StringComparison.Ordinal) && !IsPathUnknown(error);
}

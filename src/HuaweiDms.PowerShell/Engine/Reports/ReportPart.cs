namespace HuaweiDms.PowerShell.Engine;

/// <summary>A part of a report: what was read, or why it could not be.</summary>
/// <param name="Value">What was read; null where it could not be.</param>
/// <param name="Error">Why not.</param>
internal sealed record ReportPart<T>(T? Value, DmsException? Error)
    where T : class;

/// <summary>Reads parts.</summary>
internal static class ReportPart
{
    /// <summary>Reads one as soon as there is room; what cannot be read ends nothing else.</summary>
    /// <param name="throttle">The requests that may be under way.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="stop">Ends the reading.</param>
    public static Task<ReportPart<T>> ReadAsync<T>(Throttle throttle, Func<Task<T>> read, CancellationToken stop)
        where T : class
        => ReadAsync(() => throttle.RunAsync(read, stop));

    /// <summary>Reads one that takes several requests, each of which waits for room by itself.</summary>
    /// <param name="read">Reads it.</param>
    public static async Task<ReportPart<T>> ReadAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return new(await read().ConfigureAwait(false), null);
        }
        catch (DmsException error)
        {
            return new(null, error);
        }
    }
}

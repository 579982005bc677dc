namespace HuaweiDms.PowerShell.Engine;

/// <summary>The result of a read that may fail without affecting others: the value, or the error why it could not be read.</summary>
/// <param name="Value">The value; null if it could not be read.</param>
/// <param name="Error">Why not.</param>
internal sealed record ReadResult<T>(T? Value, DmsException? Error)
    where T : class
{
    /// <summary>Converts the value; an error stays the same.</summary>
    public ReadResult<TResult> Map<TResult>(Func<T, TResult> convert)
        where TResult : class
        => Value is null ? new(null, Error) : new(convert(Value), null);
}

/// <summary>Reads values, each with its own error.</summary>
internal static class ReadResult
{
    /// <summary>Reads a value as soon as there is a free slot.</summary>
    /// <param name="throttle">Limits the requests in flight.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task<ReadResult<T>> ReadAsync<T>(Throttle throttle, Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class
        => ReadAsync(() => throttle.RunAsync(read, cancellationToken));

    /// <summary>Reads a value that takes several requests, each of which waits for a free slot itself.</summary>
    /// <param name="read">Reads it.</param>
    public static async Task<ReadResult<T>> ReadAsync<T>(Func<Task<T>> read)
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

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads a list once per instance, however many items need it. The lists are kept as objects, so that importing the module does not
/// load the client.
/// </summary>
internal sealed class OncePerInstance
{
    private readonly Dictionary<FoundInstance, Task<object>> _reads = [];

    /// <summary>The whole list.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(FoundInstance found, Func<PagedResult<T>> list, CancellationToken cancellationToken)
    {
        Task<object>? read;
        lock (_reads)
        {
            if (!_reads.TryGetValue(found, out read))
                _reads[found] = read = ReadAsync(list(), cancellationToken);
        }
        return (IReadOnlyList<T>)await read.ConfigureAwait(false);
    }

    private static async Task<object> ReadAsync<T>(PagedResult<T> list, CancellationToken cancellationToken)
        => await list.ToListAsync(cancellationToken).ConfigureAwait(false);
}

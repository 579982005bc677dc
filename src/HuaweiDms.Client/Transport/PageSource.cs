namespace HuaweiDms.Transport;

/// <summary>Describes how a list is read.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="Fetch">Reads the objects from an offset, at most as many as the limit.</param>
/// <param name="PageSize">The maximum page size of the service.</param>
/// <param name="Key">Identifies objects. If given, a page that starts with the same object as the previous one ends the list.</param>
internal sealed record PageSource<T>(FetchPage<T> Fetch, int PageSize, Func<T, string?>? Key = null)
{
    /// <summary>Creates the source of a list that the service returns as a whole.</summary>
    public static PageSource<T> Whole(FetchPage<T> fetch) => new(fetch, int.MaxValue);
}

/// <summary>Reads one page.</summary>
internal delegate Task<Page<T>> FetchPage<T>(long offset, int limit, CancellationToken cancellationToken);

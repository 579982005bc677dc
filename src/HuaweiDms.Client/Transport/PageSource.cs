namespace HuaweiDms.Transport;

/// <summary>How one list is read: what fetches a page, and how large pages are.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Fetch">Fetches the objects from an offset on, at most as many as the limit.</param>
/// <param name="PageSize">The largest page the service gives.</param>
/// <param name="Key">Tells objects apart; where given, a page that begins like the one before ends the list.</param>
internal sealed record PageSource<T>(FetchPage<T> Fetch, int PageSize, Func<T, string?>? Key = null)
{
    /// <summary>The source of a list that the service has no pages of: it comes as a whole.</summary>
    public static PageSource<T> Whole(FetchPage<T> fetch) => new(fetch, int.MaxValue);
}

/// <summary>Fetches one page.</summary>
internal delegate Task<Page<T>> FetchPage<T>(long offset, int limit, CancellationToken stop);

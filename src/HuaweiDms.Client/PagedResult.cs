using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// A list that is read while it is enumerated. The first request is sent when the first object is requested, and leaving the loop ends the
/// reading. Later pages are read ahead and returned in order; memory use does not depend on the length of the list.
/// </summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed class PagedResult<T> : IAsyncEnumerable<T>
{
    private readonly Func<PageSource<T>> _source;
    private readonly PageRange _range;

    internal PagedResult(PageSource<T> source, PageRange range)
        : this(() => source, range)
    {
    }

    private PagedResult(Func<PageSource<T>> source, PageRange range)
    {
        if (range.Skip < 0)
            throw DmsErrors.InvalidArgument(nameof(range.Skip), range.Skip, Text.RangeRule);
        if (range.First < 0)
            throw DmsErrors.InvalidArgument(nameof(range.First), range.First, Text.RangeRule);
        _source = source;
        _range = range;
    }

    /// <summary>A list whose source keeps a state while it is read, so that each enumeration has its own source.</summary>
    internal static PagedResult<T> From(Func<PageSource<T>> source, PageRange range) => new(source, range);

    /// <summary>Reads the list page by page.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public IAsyncEnumerable<Page<T>> AsPagesAsync(CancellationToken cancellationToken = default)
        => Paging.ReadAsync(_source(), _range, cancellationToken);

    /// <summary>Reads the whole list into memory.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="DmsException">A call failed; the objects read before are discarded.</exception>
    public async Task<IReadOnlyList<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        List<T> items = [];
        await foreach (Page<T> page in AsPagesAsync(cancellationToken).ConfigureAwait(false))
            items.AddRange(page.Items);
        return items;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (Page<T> page in AsPagesAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (T item in page.Items)
                yield return item;
        }
    }
}

using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// A list that is read while it is looked at. Nothing is sent before the first object is asked for; leaving the loop ends
/// the reading. Later pages are fetched ahead, come out in order, and memory does not grow with the length of the list.
/// </summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed class PagedResult<T> : IAsyncEnumerable<T>
{
    private readonly PageSource<T> _source;
    private readonly PageRange _range;

    internal PagedResult(PageSource<T> source, PageRange range)
    {
        if (range.Skip < 0)
            throw DmsErrors.InvalidArgument(nameof(range.Skip), range.Skip, Text.RangeRule);
        if (range.First < 0)
            throw DmsErrors.InvalidArgument(nameof(range.First), range.First, Text.RangeRule);
        _source = source;
        _range = range;
    }

    /// <summary>The list page by page.</summary>
    /// <param name="stop">Ends the reading.</param>
    public IAsyncEnumerable<Page<T>> AsPagesAsync(CancellationToken stop = default) => Paging.ReadAsync(_source, _range, stop);

    /// <summary>The whole list at once, for those who need all of it before they go on.</summary>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="DmsException">A call failed; what was read before is dropped.</exception>
    public async Task<IReadOnlyList<T>> ToListAsync(CancellationToken stop = default)
    {
        List<T> items = [];
        await foreach (Page<T> page in AsPagesAsync(stop).ConfigureAwait(false))
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

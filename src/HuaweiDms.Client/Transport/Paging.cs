using System.Runtime.CompilerServices;

namespace HuaweiDms.Transport;

/// <summary>
/// Reads a list page by page. The first page is read on its own, because it contains the total and many callers need no more; following
/// pages are read ahead only when the caller continues.
/// </summary>
internal static class Paging
{
    /// <summary>The maximum number of pages in flight. More gains little over one connection pool and provokes flow control.</summary>
    private const int LargestWindow = 8;

    /// <summary>The error codes for an offset at or past the end, where an empty page might be expected (8.2).</summary>
    private static readonly HashSet<string> PastTheEnd = new(StringComparer.Ordinal) { "DMS.40050010", "DMS.00400062" };

    public static async IAsyncEnumerable<Page<T>> ReadAsync<T>(
        PageSource<T> source, PageRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (range.First == 0)
            yield break;

        long wanted = End(range, total: null);
        Page<T> first = await FetchAsync(source, range.Skip, wanted, cancellationToken).ConfigureAwait(false);
        yield return first;

        long end = End(range, first.Total);
        long next = range.Skip + first.Items.Count;
        bool isFull = first.Items.Count == Limit(source, range.Skip, wanted);
        if (first.Items.Count == 0 || next >= end || (first.Total is null && !isFull))
            yield break;

        // The offsets of the following pages are known only if the service returns pages of the requested size.
        IAsyncEnumerable<Page<T>> rest = first.Total is not null && isFull
            ? ReadAheadAsync(source, range, next, first, cancellationToken)
            : ReadOneByOneAsync(source, range, next, first, cancellationToken);
        await foreach (Page<T> page in rest.ConfigureAwait(false))
            yield return page;
    }

    /// <summary>
    /// Reads a page. One past the end is empty: more objects were skipped than exist, or the list shrank while it was read.
    /// </summary>
    private static async Task<Page<T>> FetchAsync<T>(PageSource<T> source, long offset, long end, CancellationToken cancellationToken)
    {
        try
        {
            return await source.Fetch(offset, Limit(source, offset, end), cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException error) when (offset > 0 && PastTheEnd.Contains(error.ErrorId))
        {
            return new Page<T>([], total: null);
        }
    }

    /// <summary>
    /// Reads each page from the end of the previous one until the total is reached; without a total, a page that is not full is the last
    /// one. If the service omits objects from a page but counts them in the offsets, the next page starts before the end of the previous
    /// one: objects already returned are dropped, and a page with no other objects ends the list.
    /// </summary>
    private static async IAsyncEnumerable<Page<T>> ReadOneByOneAsync<T>(
        PageSource<T> source, PageRange range, long next, Page<T> previous, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long end = End(range, previous.Total); next < end; end = End(range, previous.Total))
        {
            Page<T> page = await FetchAsync(source, next, end, cancellationToken).ConfigureAwait(false);
            Page<T> more = After(source, previous, page);
            if (more.Items.Count == 0)
                yield break;
            yield return more;
            if (page.Total is null && page.Items.Count < Limit(source, next, end))
                yield break;
            next += page.Items.Count;
            previous = page;
        }
    }

    private static async IAsyncEnumerable<Page<T>> ReadAheadAsync<T>(
        PageSource<T> source, PageRange range, long next, Page<T> previous, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Queue<(long Offset, int Limit, Task<Page<T>> Page)> underWay = new();
        Window window = new(startsThrottled: previous.Throttled);
        long end = End(range, previous.Total);
        try
        {
            while (true)
            {
                for (; underWay.Count < window.Size && next < end; next += Limit(source, next, end))
                    underWay.Enqueue((next, Limit(source, next, end), FetchAsync(source, next, end, leaving.Token)));
                if (underWay.Count == 0)
                    yield break;

                (long offset, int limit, Task<Page<T>> asked) = underWay.Dequeue();
                Page<T> page = await asked.ConfigureAwait(false);
                if (page.Items.Count == 0 || Repeats(source, previous, page))
                    yield break;
                yield return page;

                // A page in the middle that is not full lacks objects that the service omitted or did not reach.
                long reached = offset + page.Items.Count;
                if (page.Items.Count < limit && source.Key is not null && reached < End(range, page.Total ?? end))
                {
                    PageRange missing = new(range.Skip, offset + limit - range.Skip);
                    await foreach (Page<T> more in ReadOneByOneAsync(source, missing, reached, page, leaving.Token).ConfigureAwait(false))
                        yield return more;
                }

                // Pages requested after the list shrank may be past its end; growth is followed.
                end = End(range, page.Total ?? end);
                if (page.Throttled)
                    window.Shrink(underWay.Count);
                else
                    window.Widen();
                previous = page;
            }
        }
        finally
        {
            await LeaveAsync(leaving, underWay).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Waits for the pages in flight: nothing may continue after the caller has stopped reading. Their failures count as observed, because
    /// the caller has the failure of an earlier page or wants no more.
    /// </summary>
    private static async Task LeaveAsync<T>(CancellationTokenSource leaving, Queue<(long Offset, int Limit, Task<Page<T>> Page)> underWay)
    {
#if NET
        await leaving.CancelAsync().ConfigureAwait(false);
#else
        leaving.Cancel();
#endif
        foreach ((long _, int _, Task<Page<T>> page) in underWay)
        {
            await Task.WhenAny(page).ConfigureAwait(false);
            _ = page.Exception;
        }
    }

    private static bool Repeats<T>(PageSource<T> source, Page<T> previous, Page<T> page)
        => source.Key is { } key && previous.Items.Count > 0 && page.Items.Count > 0
            && key(previous.Items[0]) is { } before
            && string.Equals(before, key(page.Items[0]), StringComparison.Ordinal);

    /// <summary>Returns the objects of a page that the previous page did not contain, if they may overlap.</summary>
    private static Page<T> After<T>(PageSource<T> source, Page<T> previous, Page<T> page)
    {
        if (source.Key is not { } key)
            return page;
        HashSet<string> known = new(previous.Items.Select(key).OfType<string>(), StringComparer.Ordinal);
        T[] more = [.. page.Items.Where(item => key(item) is not { } name || !known.Contains(name))];
        return more.Length == page.Items.Count ? page : page.With(more);
    }

    private static long End(PageRange range, long? total)
        => Math.Min(total ?? long.MaxValue, range.First is { } first && first < long.MaxValue - range.Skip ? range.Skip + first : long.MaxValue);

    private static int Limit<T>(PageSource<T> source, long offset, long end) => (int)Math.Min(source.PageSize, end - offset);

    /// <summary>The number of pages that may be in flight.</summary>
    private sealed class Window(bool startsThrottled)
    {
        private int _requestedBefore;

        public int Size { get; private set; } = startsThrottled ? 1 : LargestWindow;

        /// <summary>The service asked to slow down.</summary>
        /// <param name="underWay">The number of pages already requested; their responses do not show that the service has recovered.</param>
        public void Shrink(int underWay)
        {
            Size = 1;
            _requestedBefore = underWay;
        }

        /// <summary>The service sent a page without asking to slow down.</summary>
        public void Widen()
        {
            if (_requestedBefore > 0)
                _requestedBefore--;
            else
                Size = Math.Min(Size + 1, LargestWindow);
        }
    }
}

using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Returns the list of 5.8.3 in the requested order. The reference does not document the order of the response, so it is detected from the
/// first page; if it is the opposite order, the list is read from its end.
/// </summary>
/// <param name="fetch">Reads a part of the list.</param>
/// <param name="ascending">Whether to return the oldest messages first instead of the newest.</param>
/// <param name="begin">The offset in the list at which reading starts.</param>
internal sealed class OrderedMessages(FetchPage<Message> fetch, bool ascending, long begin)
{
    private bool _isReversed;
    private long _total;

    /// <summary>Reads a part of the list in the requested order. The part at which reading starts is read on its own.</summary>
    public async Task<Page<Message>> FetchAsync(long offset, int limit, CancellationToken cancellationToken)
    {
        if (offset == begin)
        {
            Page<Message> look = await fetch(0, MessagesApi.PageSize, cancellationToken).ConfigureAwait(false);
            _total = look.Total ?? 0;
            _isReversed = _total > 0 && Direction(look.Items) == (ascending ? -1 : 1);
            if (offset == 0 && !_isReversed && limit == MessagesApi.PageSize)
                return look;
        }
        if (!_isReversed)
            return await fetch(offset, limit, cancellationToken).ConfigureAwait(false);
        long end = Math.Max(_total - offset, 0);
        long start = Math.Max(end - limit, 0);
        if (start == end)
            return new([], _total);
        Page<Message> page = await fetch(start, (int)(end - start), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Reverse()], _total) { Throttled = page.Throttled };
    }

    /// <summary>Returns 1 if the messages are in ascending order, -1 if descending, 0 if that cannot be determined.</summary>
    private static int Direction(IReadOnlyList<Message> messages)
    {
        if (messages.Count < 2)
            return 0;
        Message first = messages[0];
        Message last = messages[messages.Count - 1];
        int byTime = Nullable.Compare(last.Timestamp, first.Timestamp);
        return Math.Sign(byTime != 0 || first.Partition != last.Partition ? byTime : Nullable.Compare(last.Offset, first.Offset));
    }
}

using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Gives the list of 5.8.3 the order that is asked for. The reference does not say in which order the service answers, so that
/// is seen from its first page; where it is the other one, the list is read from its end.
/// </summary>
/// <param name="fetch">Fetches a part of the list.</param>
/// <param name="ascending">The oldest first; else the newest.</param>
/// <param name="begin">Where the reading begins.</param>
internal sealed class OrderedMessages(FetchPage<Message> fetch, bool ascending, long begin)
{
    private bool _isReversed;
    private long _total;

    /// <summary>Fetches a part of the list in the order asked for. The part where the reading begins is fetched alone.</summary>
    public async Task<Page<Message>> FetchAsync(long offset, int limit, CancellationToken stop)
    {
        if (offset == begin)
        {
            Page<Message> look = await fetch(0, MessagesApi.PageSize, stop).ConfigureAwait(false);
            _total = look.Total ?? 0;
            _isReversed = _total > 0 && Direction(look.Items) == (ascending ? -1 : 1);
            if (offset == 0 && !_isReversed && limit == MessagesApi.PageSize)
                return look;
        }
        if (!_isReversed)
            return await fetch(offset, limit, stop).ConfigureAwait(false);
        long end = Math.Max(_total - offset, 0);
        long start = Math.Max(end - limit, 0);
        if (start == end)
            return new([], _total);
        Page<Message> page = await fetch(start, (int)(end - start), stop).ConfigureAwait(false);
        return new([.. page.Items.Reverse()], _total) { Throttled = page.Throttled };
    }

    /// <summary>1 where the messages get younger, -1 where they get older, 0 where they do not tell.</summary>
    private static int Direction(IReadOnlyList<Message> messages)
    {
        if (messages.Count < 2)
            return 0;
        (Message first, Message last) = (messages[0], messages[messages.Count - 1]);
        int byTime = Nullable.Compare(last.Timestamp, first.Timestamp);
        return Math.Sign(byTime != 0 || first.Partition != last.Partition ? byTime : Nullable.Compare(last.Offset, first.Offset));
    }
}

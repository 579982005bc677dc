using System.Text.Json.Serialization.Metadata;

namespace HuaweiDms.Transport;

/// <summary>Lists, in pages and as a whole.</summary>
internal sealed partial class ApiTransport
{
    /// <summary>
    /// Sends a request for a page of a list. Where the service counts none, none is the list. A hole in it is an error as no list is:
    /// the pages after it would begin at a wrong place.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="type">How the answer is read.</param>
    /// <param name="read">The page in the answer, and how long the whole list is where the answer says so.</param>
    /// <param name="complete">Gives each object what the answer leaves out, such as the way back to its instance.</param>
    /// <param name="stop">Ends the call.</param>
    /// <exception cref="DmsException">The call failed.</exception>
    public async Task<Page<TItem>> GetPageAsync<TAnswer, TItem>(
        ApiRequest request,
        JsonTypeInfo<TAnswer> type,
        Func<TAnswer, (List<TItem>? Items, long? Total)> read,
        Action<TItem> complete,
        CancellationToken stop)
        where TAnswer : class
    {
        ApiAnswer<TAnswer> answer = await SendAsync(request, type, stop).ConfigureAwait(false);
        (List<TItem>? items, long? total) = answer.Value is { } value ? read(value) : default;
        if (total == 0)
            items ??= [];
        if (items is null || items.Exists(item => item is null))
            throw DmsErrors.MissingBody(request.Operation.Name);
        items.ForEach(complete);
        return new(items, total) { Throttled = answer.Throttled };
    }

    /// <summary>The same for a list that comes in one answer.</summary>
    /// <exception cref="DmsException">The call failed.</exception>
    public async Task<IReadOnlyList<TItem>> GetListAsync<TAnswer, TItem>(
        ApiRequest request, JsonTypeInfo<TAnswer> type, Func<TAnswer, List<TItem>?> read, Action<TItem> complete, CancellationToken stop)
        where TAnswer : class
        => ListIn(request, read(await GetAsync(request, type, stop).ConfigureAwait(false)), complete);

    /// <summary>The same for a part of such a list: the whole of it comes, whatever part is wanted.</summary>
    /// <exception cref="DmsException">The call failed.</exception>
    public async Task<Page<TItem>> GetPartAsync<TAnswer, TItem>(
        ApiRequest request, JsonTypeInfo<TAnswer> type, Func<TAnswer, List<TItem>?> read, Action<TItem> complete, long offset, int limit, CancellationToken stop)
        where TAnswer : class
    {
        ApiAnswer<TAnswer> answer = await SendAsync(request, type, stop).ConfigureAwait(false);
        return Page<TItem>.PartOf(ListIn(request, answer.Value is { } value ? read(value) : null, complete), offset, limit, answer.Throttled);
    }

    /// <summary>
    /// The list that an answer holds. A hole in it is passed over; that it is not there is an error. Lists without a total take a null
    /// of the service for one of none.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="items">The list.</param>
    /// <param name="complete">Gives each object what the answer leaves out.</param>
    /// <exception cref="DmsException">There is none.</exception>
    public static List<TItem> ListIn<TItem>(ApiRequest request, List<TItem>? items, Action<TItem> complete)
    {
        if (items is null)
            throw DmsErrors.MissingBody(request.Operation.Name);
        items.RemoveAll(item => item is null);
        items.ForEach(complete);
        return items;
    }
}

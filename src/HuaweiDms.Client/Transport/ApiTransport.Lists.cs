using System.Text.Json.Serialization.Metadata;

namespace HuaweiDms.Transport;

/// <summary>Reads lists, by page or as a whole.</summary>
internal sealed partial class ApiTransport
{
    /// <summary>Describes a list whose request takes an offset and a limit. Nothing is sent until it is enumerated.</summary>
    /// <param name="request">Creates the request for a page, without its offset and limit.</param>
    /// <param name="type">The serialization of the response.</param>
    /// <param name="read">Returns the page in the response, and the total if the response has it.</param>
    /// <param name="complete">Sets the properties of an object that the response does not contain, such as its instance.</param>
    /// <param name="pageSize">The maximum page size of the service.</param>
    /// <param name="key">See <see cref="PageSource{T}.Key"/>.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<TItem> Paged<TResponse, TItem>(
        Func<ApiRequest> request,
        JsonTypeInfo<TResponse> type,
        Func<TResponse, (List<TItem>? Items, long? Total)> read,
        Action<TItem> complete,
        int pageSize,
        Func<TItem, string?>? key,
        PageRange range)
        where TResponse : class
        => new(
            new PageSource<TItem>(
                (offset, limit, cancellationToken)
                    => GetPageAsync(request().Query("offset", offset).Query("limit", limit), type, read, complete, cancellationToken),
                pageSize,
                key),
            range);

    /// <summary>Describes a list that the service returns as a whole. Nothing is sent until it is enumerated.</summary>
    public PagedResult<TItem> Whole<TResponse, TItem>(
        Func<ApiRequest> request, JsonTypeInfo<TResponse> type, Func<TResponse, List<TItem>?> read, Action<TItem> complete, PageRange range)
        where TResponse : class
        => new(PageSource<TItem>.Whole((offset, limit, cancellationToken) => GetPartAsync(request(), type, read, complete, offset, limit, cancellationToken)), range);

    /// <summary>
    /// Reads a page of a list. If the total is zero, a missing list counts as empty. A null element is an error, as is a missing list,
    /// because the following pages would start at the wrong offset.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="type">The serialization of the response.</param>
    /// <param name="read">Returns the page in the response, and the total if the response has it.</param>
    /// <param name="complete">Sets the properties of an object that the response does not contain, such as its instance.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="DmsException">The call failed.</exception>
    public async Task<Page<TItem>> GetPageAsync<TResponse, TItem>(
        ApiRequest request,
        JsonTypeInfo<TResponse> type,
        Func<TResponse, (List<TItem>? Items, long? Total)> read,
        Action<TItem> complete,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        ApiResponse<TResponse> response = await SendAsync(request, type, cancellationToken).ConfigureAwait(false);
        (List<TItem>? items, long? total) = response.Value is { } value ? read(value) : default;
        if (total == 0)
            items ??= [];
        if (items is null || items.Exists(item => item is null))
            throw DmsErrors.MissingBody(request);
        items.ForEach(complete);
        return new(items, total) { Throttled = response.Throttled };
    }

    /// <summary>Reads a list that is returned in a single response.</summary>
    /// <exception cref="DmsException">The call failed.</exception>
    public async Task<IReadOnlyList<TItem>> GetListAsync<TResponse, TItem>(
        ApiRequest request, JsonTypeInfo<TResponse> type, Func<TResponse, List<TItem>?> read, Action<TItem> complete, CancellationToken cancellationToken)
        where TResponse : class
        => ListIn(request, read(await GetAsync(request, type, cancellationToken).ConfigureAwait(false)), complete);

    /// <summary>Reads a part of such a list. The service always returns the whole list.</summary>
    /// <exception cref="DmsException">The call failed.</exception>
    public async Task<Page<TItem>> GetPartAsync<TResponse, TItem>(
        ApiRequest request,
        JsonTypeInfo<TResponse> type,
        Func<TResponse, List<TItem>?> read,
        Action<TItem> complete,
        long offset,
        int limit,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        ApiResponse<TResponse> response = await SendAsync(request, type, cancellationToken).ConfigureAwait(false);
        return Page<TItem>.PartOf(ListIn(request, response.Value is { } value ? read(value) : null, complete), offset, limit, response.Throttled);
    }

    /// <summary>
    /// Returns the list in a response. Null elements are ignored; a missing list is an error. For lists without a total, a null from the
    /// service counts as empty.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="items">The list.</param>
    /// <param name="complete">Sets the properties of an object that the response does not contain.</param>
    /// <exception cref="DmsException">There is no list.</exception>
    public static List<TItem> ListIn<TItem>(ApiRequest request, List<TItem>? items, Action<TItem> complete)
    {
        if (items is null)
            throw DmsErrors.MissingBody(request);
        items.RemoveAll(item => item is null);
        items.ForEach(complete);
        return items;
    }
}

namespace HuaweiDms.Emulator.Hosting;

/// <summary>The page of a list selected by offset and limit in the query.</summary>
internal static class Page
{
    /// <summary>The default page size.</summary>
    public const int DefaultSize = 10;

    /// <summary>Reads offset and limit from the query and applies them.</summary>
    /// <param name="context">The request.</param>
    /// <param name="all">The whole list.</param>
    /// <param name="maxLimit">The largest page size that a request may ask for.</param>
    /// <param name="pastEnd">The error for an offset at or past the end; if null, the page is empty.</param>
    public static List<T> Of<T>(RequestContext context, IReadOnlyCollection<T> all, int maxLimit = int.MaxValue, Func<ApiErrorException>? pastEnd = null)
    {
        int offset = context.QueryNumber("offset") ?? 0;
        int limit = context.QueryNumber("limit", 1, maxLimit) ?? DefaultSize;
        if (pastEnd is not null && offset > 0 && offset >= all.Count)
            throw pastEnd();
        return [.. all.Skip(offset).Take(limit)];
    }
}

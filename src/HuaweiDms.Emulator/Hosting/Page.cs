namespace HuaweiDms.Emulator.Hosting;

/// <summary>The part of a list that offset and limit of a query ask for.</summary>
internal static class Page
{
    /// <summary>Records of a page where nobody says how many.</summary>
    public const int UsualSize = 10;

    /// <summary>Reads both from the query and applies them.</summary>
    /// <param name="context">The request.</param>
    /// <param name="all">The whole list.</param>
    /// <param name="largest">The most records that can be asked for at once.</param>
    /// <param name="pastEnd">How an offset at or past the end is refused; where it is null, the page is empty.</param>
    public static List<T> Of<T>(RequestContext context, IReadOnlyCollection<T> all, int largest = int.MaxValue, Func<RefusalException>? pastEnd = null)
    {
        int offset = context.QueryNumber("offset") ?? 0;
        int limit = context.QueryNumber("limit", 1, largest) ?? UsualSize;
        if (pastEnd is not null && offset > 0 && offset >= all.Count)
            throw pastEnd();
        return [.. all.Skip(offset).Take(limit)];
    }
}

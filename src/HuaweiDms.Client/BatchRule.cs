namespace HuaweiDms;

/// <summary>The limit on the number of items in one request.</summary>
internal static class BatchRule
{
    /// <summary>Rejects an empty batch and one that exceeds the limit.</summary>
    /// <param name="parameterName">The parameter that holds the items.</param>
    /// <param name="items">The items.</param>
    /// <param name="most">The maximum number of items in one request.</param>
    /// <exception cref="DmsException">There are no items, or too many.</exception>
    public static void Check<T>(string parameterName, IReadOnlyCollection<T> items, int most)
    {
        if (items is null)
            throw new ArgumentNullException(parameterName);
        if (items.Count == 0 || items.Count > most)
            throw DmsErrors.InvalidArgument(parameterName, items.Count, Format(Text.BatchSizeRule, most));
    }
}

namespace HuaweiDms;

/// <summary>How many things one request takes.</summary>
internal static class BatchRule
{
    /// <summary>Refuses none, and more than one request takes.</summary>
    /// <param name="parameterName">What holds them.</param>
    /// <param name="items">The things.</param>
    /// <param name="most">How many one request takes.</param>
    /// <exception cref="DmsException">There are none, or too many.</exception>
    public static void Check<T>(string parameterName, IReadOnlyCollection<T> items, int most)
    {
        if (items.Count == 0 || items.Count > most)
            throw DmsErrors.InvalidArgument(parameterName, items.Count, Format(Text.BatchSizeRule, most));
    }
}

namespace HuaweiDms;

/// <summary>Sums of offsets, lags and sizes. What the service reports may be anything; beyond 64 bits a sum stays at its end.</summary>
internal static class Totals
{
    /// <summary>The sum of a value of many; what is not told counts for nothing.</summary>
    public static long Total<T>(this IEnumerable<T> items, Func<T, long?> value)
    {
        long total = 0;
        foreach (T item in items)
            total = Add(total, value(item) ?? 0);
        return total;
    }

    private static long Add(long one, long other)
        => other > 0 && one > long.MaxValue - other ? long.MaxValue
            : other < 0 && one < long.MinValue - other ? long.MinValue
            : one + other;
}

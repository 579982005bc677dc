namespace HuaweiDms;

/// <summary>Sums of offsets, lags and sizes. Reported values may be arbitrary; the sum saturates at 64 bits.</summary>
internal static class Totals
{
    /// <summary>Returns the sum of a value over all items; null counts as zero.</summary>
    public static long Total<T>(this IEnumerable<T> items, Func<T, long?> value)
    {
        long total = 0;
        foreach (T item in items)
            total = Add(total, value(item) ?? 0);
        return total;
    }

    /// <summary>Adds two numbers; the sum saturates at 64 bits.</summary>
    public static long Add(long one, long other)
        => other > 0 && one > long.MaxValue - other ? long.MaxValue
            : other < 0 && one < long.MinValue - other ? long.MinValue
            : one + other;
}

namespace HuaweiDms;

/// <summary>A part of a list, as the service answered it.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed class Page<T>
{
    internal Page(IReadOnlyList<T> items, long? total)
    {
        Items = items;
        Total = total;
    }

    /// <summary>The page of a list that has come as a whole.</summary>
    internal static Page<T> PartOf(List<T> whole, long offset, int limit, bool throttled)
        => new([.. whole.Skip((int)Math.Min(offset, int.MaxValue)).Take(limit)], whole.Count) { Throttled = throttled };

    /// <summary>The objects of this page, in the service's order.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>How many objects the whole list has; null where the service does not say.</summary>
    public long? Total { get; }

    /// <summary>Set when the service asked to slow down before it answered; the list then goes on one page at a time.</summary>
    internal bool Throttled { get; init; }
}

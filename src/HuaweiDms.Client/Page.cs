namespace HuaweiDms;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed class Page<T>
{
    internal Page(IReadOnlyList<T> items, long? total)
    {
        Items = items;
        Total = total;
    }

    /// <summary>Creates a page of a list that was received as a whole.</summary>
    internal static Page<T> PartOf(List<T> whole, long offset, int limit, bool throttled)
        => new([.. whole.Skip((int)Math.Min(offset, int.MaxValue)).Take(limit)], whole.Count) { Throttled = throttled };

    /// <summary>Creates the same page with only some of its objects, or with others in their place.</summary>
    internal Page<T> With(IReadOnlyList<T> items) => new(items, Total) { Throttled = Throttled };

    /// <summary>The objects of this page, in the order of the service.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The number of objects in the whole list; null if the service does not report it.</summary>
    public long? Total { get; }

    /// <summary>Whether the service asked to slow down before it responded; further pages are then read one at a time.</summary>
    internal bool Throttled { get; init; }
}

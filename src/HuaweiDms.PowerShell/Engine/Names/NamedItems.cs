namespace HuaweiDms.PowerShell.Engine;

/// <summary>The requested objects of a list that was read with one request.</summary>
/// <param name="Items">The objects, in the service's order.</param>
/// <param name="Missing">A failure for each exact name that does not exist.</param>
internal sealed record NamedItems(IReadOnlyList<object> Items, IReadOnlyList<Failure> Missing)
{
    /// <summary>Picks them.</summary>
    /// <param name="items">All objects.</param>
    /// <param name="names">Which are wanted.</param>
    /// <param name="namesOf">Returns every name of an object.</param>
    /// <param name="missing">The failure for a name.</param>
    /// <param name="ignoreCase">Whether to ignore the case of exact names, if no two objects have names that differ only in case.</param>
    public static NamedItems Of<T>(
        IEnumerable<T> items, NameFilter names, Func<T, IEnumerable<string?>> namesOf, Func<string, Failure> missing, bool ignoreCase = false)
    {
        StringComparer comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        HashSet<string> notFound = new(names.Literals, comparer);
        HashSet<string> literals = new(names.Literals, comparer);
        List<object> wanted = [];
        List<string> seen = [];
        foreach (T item in items)
        {
            string[] its = [.. namesOf(item).OfType<string>()];
            notFound.ExceptWith(its);
            seen.AddRange(its);
            if (names.All || literals.Overlaps(its) || (names.HasPatterns && Array.Exists(its, names.Matches)))
                wanted.Add(item!);
        }
        return new(wanted, [.. names.Literals.Where(notFound.Contains).Select(name => missing(name).Suggesting(seen))]);
    }

    /// <summary>Emits the objects, then the failures.</summary>
    public async Task WriteAsync(IPipeline pipeline)
    {
        await pipeline.WriteAllAsync(Items).ConfigureAwait(false);
        foreach (Failure failure in Missing)
            await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
    }
}

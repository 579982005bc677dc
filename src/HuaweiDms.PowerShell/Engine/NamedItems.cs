namespace HuaweiDms.PowerShell.Engine;

/// <summary>Emits those objects of a list read at once whose names are asked for.</summary>
internal static class NamedItems
{
    /// <summary>Emits them in the service's order, then a failure for each exact name that nothing has.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="items">All there are.</param>
    /// <param name="names">Which are wanted.</param>
    /// <param name="namesOf">Every name an object goes by.</param>
    /// <param name="missing">The failure for a name.</param>
    public static async Task WriteAsync<T>(
        IPipeline pipeline, IEnumerable<T> items, NameFilter names, Func<T, IEnumerable<string?>> namesOf, Func<string, Failure> missing)
    {
        HashSet<string> notFound = new(names.Literals, StringComparer.OrdinalIgnoreCase);
        HashSet<string> literals = new(names.Literals, StringComparer.OrdinalIgnoreCase);
        List<T> wanted = [];
        foreach (T item in items)
        {
            string[] its = [.. namesOf(item).OfType<string>()];
            notFound.ExceptWith(its);
            if (names.All || literals.Overlaps(its) || (names.HasPatterns && Array.Exists(its, names.Matches)))
                wanted.Add(item);
        }
        await pipeline.WriteAllAsync(wanted).ConfigureAwait(false);
        foreach (string name in names.Literals.Where(notFound.Contains))
            await pipeline.WriteErrorAsync(missing(name)).ConfigureAwait(false);
    }
}

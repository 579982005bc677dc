namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The requested parts of items in one instance, such as topics of groups. Thousands of records may add to it, and thousands of
/// partitions are checked against it, so exact names are looked up and only patterns are tried one by one.
/// </summary>
internal sealed class ItemParts
{
    private readonly Choice _ofAll = new();
    private readonly Dictionary<string, Choice> _ofNamed = new(StringComparer.Ordinal);
    private readonly Dictionary<NameFilter, Choice> _ofPatterns = [];

    /// <summary>Adds the request of a record.</summary>
    public void Add(NameFilter items, NameFilter parts)
    {
        if (items.All)
            _ofAll.Add(parts);
        if (items.HasPatterns)
            In(_ofPatterns, items).Add(parts);
        foreach (string name in items.Literals)
            In(_ofNamed, name).Add(parts);
    }

    /// <summary>Whether a part of an item is requested.</summary>
    public bool Has(string item, string? part)
        => _ofAll.Has(part)
            || (_ofNamed.TryGetValue(item, out Choice? named) && named.Has(part))
            || _ofPatterns.Any(pattern => pattern.Value.Has(part) && pattern.Key.Matches(item));

    private static Choice In<T>(Dictionary<T, Choice> choices, T key)
        where T : notnull
    {
        if (!choices.TryGetValue(key, out Choice? choice))
            choices.Add(key, choice = new());
        return choice;
    }

    /// <summary>The union of several filters.</summary>
    private sealed class Choice
    {
        private readonly HashSet<string> _named = new(StringComparer.Ordinal);
        private readonly HashSet<NameFilter> _patterns = [];
        private bool _all;

        public void Add(NameFilter parts)
        {
            _all |= parts.All;
            if (parts.HasPatterns)
                _patterns.Add(parts);
            _named.UnionWith(parts.Literals);
        }

        public bool Has(string? part) => _all || (part is not null && (_named.Contains(part) || _patterns.Any(pattern => pattern.Matches(part))));
    }
}

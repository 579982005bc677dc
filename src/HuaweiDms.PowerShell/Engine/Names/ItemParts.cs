namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Which parts of which things of one instance are asked for, such as topics of groups. Each of thousands of records may add to it, and
/// each of thousands of partitions is held against it: what is named in full is looked up, and only patterns are gone through.
/// </summary>
internal sealed class ItemParts
{
    private readonly Choice _ofAll = new();
    private readonly Dictionary<string, Choice> _ofNamed = new(StringComparer.Ordinal);
    private readonly Dictionary<NameFilter, Choice> _ofPatterns = [];

    /// <summary>Adds what a record asks for.</summary>
    public void Add(NameFilter items, NameFilter parts)
    {
        if (items.All)
            _ofAll.Add(parts);
        if (items.HasPatterns)
            In(_ofPatterns, items).Add(parts);
        foreach (string name in items.Literals)
            In(_ofNamed, name).Add(parts);
    }

    /// <summary>Whether a part of a thing is asked for.</summary>
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

    /// <summary>What several filters ask for together.</summary>
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

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Which topics of which groups of one instance are asked for. Each of thousands of records may add to it, and each of thousands of
/// partitions is held against it: what is named in full is looked up, and only patterns are gone through.
/// </summary>
internal sealed class GroupTopics
{
    private readonly Choice _ofAll = new();
    private readonly Dictionary<string, Choice> _ofNamed = new(StringComparer.Ordinal);
    private readonly Dictionary<NameFilter, Choice> _ofPatterns = [];

    /// <summary>Adds what a record asks for.</summary>
    public void Add(NameFilter groups, NameFilter topics)
    {
        if (groups.All)
            _ofAll.Add(topics);
        if (groups.HasPatterns)
            In(_ofPatterns, groups).Add(topics);
        foreach (string name in groups.Literals)
            In(_ofNamed, name).Add(topics);
    }

    /// <summary>Whether a topic of a group is asked for.</summary>
    public bool Has(string group, string? topic)
        => _ofAll.Has(topic)
            || (_ofNamed.TryGetValue(group, out Choice? named) && named.Has(topic))
            || _ofPatterns.Any(pattern => pattern.Value.Has(topic) && pattern.Key.Matches(group));

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

        public void Add(NameFilter topics)
        {
            _all |= topics.All;
            if (topics.HasPatterns)
                _patterns.Add(topics);
            _named.UnionWith(topics.Literals);
        }

        public bool Has(string? topic) => _all || (topic is not null && (_named.Contains(topic) || _patterns.Any(pattern => pattern.Matches(topic))));
    }
}

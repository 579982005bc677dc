namespace HuaweiDms.PowerShell.Engine;

/// <summary>What -Topic asks for where topics are only looked through: names and patterns alike. Upper and lower case of a name differ.</summary>
internal sealed class TopicFilter(string[]? topics)
{
    private readonly NameFilter _names = new(topics);

    public bool All => _names.All;

    public bool HasPatterns => _names.HasPatterns;

    /// <summary>Topics that are named in full, each of which is meant even where a group has never read it.</summary>
    public IReadOnlyList<string> Literals => _names.Literals;

    /// <summary>A text that every match contains; null where there is none.</summary>
    public string? Hint => _names.ExactHint;

    public bool Matches(string? topic) => All || (topic is not null && (_names.Literals.Contains(topic) || (_names.HasPatterns && _names.Matches(topic))));
}

using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>What -Name asks for, split into what the service can narrow and what has to be matched here.</summary>
internal sealed class NameFilter
{
    private readonly WildcardPattern[] _patterns;
    private readonly HashSet<string> _exact;

    /// <summary>Splits names.</summary>
    /// <param name="names">The names; null for all.</param>
    /// <param name="areExact">Whether they are names of what there is, so that a * in one is no more than that.</param>
    public NameFilter(string[]? names, bool areExact = false)
    {
        string[] given = names ?? [];
        string[] wild = areExact ? [] : [.. given.Where(NamePattern.Is)];
        Literals = [.. given.Except(wild).Select(name => areExact ? name : WildcardPattern.Unescape(name)).Distinct()];
        _exact = new(Literals, StringComparer.Ordinal);
        _patterns = [.. wild.Select(NamePattern.Of)];
        All = given.Length == 0;
        Hint = wild.Length == 1 ? LongestLiteral(wild[0]) : null;
    }

    /// <summary>Whether no name was given.</summary>
    public bool All { get; }

    /// <summary>Names without wildcards, each to be found.</summary>
    public IReadOnlyList<string> Literals { get; }

    public bool HasPatterns => _patterns.Length > 0;

    /// <summary>A text that every match contains, for the service to narrow the list by; null where there is none.</summary>
    public string? Hint { get; }

    /// <summary>
    /// The same where the service may tell upper from lower case, which patterns do not: the one name in full, or a text without
    /// letters that have case.
    /// </summary>
    public string? ExactHint
        => HasPatterns ? (Literals.Count == 0 && Hint?.Any(letter => char.IsUpper(letter) || char.IsLower(letter)) == false ? Hint : null)
            : Only;

    /// <summary>The one name that is asked for, in full; null where several are, or a pattern is.</summary>
    public string? Only => !HasPatterns && Literals.Count == 1 ? Literals[0] : null;

    /// <summary>Whether a name is asked for, where upper and lower case of one given in full differ.</summary>
    public bool Includes(string? name) => All || (name is not null && (_exact.Contains(name) || (HasPatterns && Matches(name))));

    /// <summary>Whether a name fits a pattern; every name does where there is none.</summary>
    public bool Matches(string? name) => _patterns.Length == 0 || (name is not null && Array.Exists(_patterns, pattern => pattern.IsMatch(name)));

    private static string? LongestLiteral(string pattern)
    {
        // Inside brackets stands a set of characters, and a backquote makes the next one literal: neither is worth the trouble.
        if (pattern.IndexOfAny(['[', ']', '`']) >= 0)
            return null;
        string longest = pattern.Split('*', '?').OrderByDescending(part => part.Length).First();
        return longest.Length == 0 ? null : longest;
    }
}

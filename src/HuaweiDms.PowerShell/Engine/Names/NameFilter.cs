using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The requested names, split into what the service can filter and what is matched here.</summary>
internal sealed class NameFilter
{
    private readonly WildcardPattern[] _patterns;
    private readonly HashSet<string> _exact;

    /// <summary>Splits names.</summary>
    /// <param name="names">The names; null for all.</param>
    /// <param name="areExact">Whether they are names of existing items, so that a * is an ordinary character.</param>
    public NameFilter(string[]? names, bool areExact = false)
    {
        string[] given = names ?? [];
        string[] wild = areExact ? [] : [.. given.Where(NamePattern.Is)];
        Literals = [.. given.Except(wild).Select(name => areExact ? name : WildcardPattern.Unescape(name)).Distinct()];
        _exact = new(Literals, StringComparer.Ordinal);
        Patterns = wild;
        _patterns = [.. wild.Select(NamePattern.Of)];
        All = given.Length == 0;
        Hint = wild.Length == 1 ? LongestLiteral(wild[0]) : null;
    }

    /// <summary>Whether no name was given.</summary>
    public bool All { get; }

    /// <summary>Names without wildcards, each of which must be found.</summary>
    public IReadOnlyList<string> Literals { get; }

    /// <summary>Names with wildcards.</summary>
    public IReadOnlyList<string> Patterns { get; }

    public bool HasPatterns => _patterns.Length > 0;

    /// <summary>A text that every match contains, so that the service can narrow the list; null if there is none.</summary>
    public string? Hint { get; }

    /// <summary>
    /// The hint for services that may compare case-sensitively, while patterns ignore case: the single exact name, or a text
    /// without letters that have case.
    /// </summary>
    public string? ExactHint
    {
        get
        {
            if (!HasPatterns)
                return Only;
            bool hasCase = Hint?.Any(letter => char.IsUpper(letter) || char.IsLower(letter)) == true;
            return hasCase || Literals.Count > 0 ? null : Hint;
        }
    }

    /// <summary>The one requested name, if it is exact; null for several or a pattern.</summary>
    public string? Only => !HasPatterns && Literals.Count == 1 ? Literals[0] : null;

    /// <summary>Whether a name is requested; exact names are case-sensitive.</summary>
    public bool Includes(string? name) => All || (name is not null && (_exact.Contains(name) || (HasPatterns && Matches(name))));

    /// <summary>Whether a name matches a pattern; true if there is no pattern.</summary>
    public bool Matches(string? name) => _patterns.Length == 0 || (name is not null && Array.Exists(_patterns, pattern => pattern.IsMatch(name)));

    private static string? LongestLiteral(string pattern)
    {
        // Brackets contain a set of characters, and a backquote escapes the next one; handling them is not worth it.
        if (pattern.IndexOfAny(['[', ']', '`']) >= 0)
            return null;
        string longest = pattern.Split('*', '?').OrderByDescending(part => part.Length).First();
        return longest.Length == 0 ? null : longest;
    }
}

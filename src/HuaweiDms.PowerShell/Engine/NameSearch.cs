namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Picks what names ask for out of a list that is read once. Where two names differ in case only, a name given exactly means
/// the one that is written so: whatever would be deleted next is what was named.
/// </summary>
/// <param name="names">What is asked for.</param>
/// <param name="nameOf">The name of an object.</param>
/// <param name="filter">What else an object has to meet.</param>
internal sealed class NameSearch<T>(NameFilter names, Func<T, string?> nameOf, Func<T, bool>? filter)
{
    private readonly HashSet<string> _literals = new(names.Literals, StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(names.Literals, StringComparer.Ordinal);
    private readonly List<T> _near = [];

    /// <summary>Whether nothing more can be found.</summary>
    public bool IsOver => !names.All && !names.HasPatterns && _open.Count == 0;

    /// <summary>What was meant all the same, though it is written with other capitals.</summary>
    public IReadOnlyList<T> Near => [.. _near.Where(item => IsNear(nameOf(item)))];

    /// <summary>Names that nothing has.</summary>
    public IEnumerable<string> Missing
        => names.Literals.Where(name => _open.Contains(name) && !_near.Exists(item => SameButForCase(nameOf(item), name)));

    /// <summary>Whether an object of the list is meant; those that only come near are kept.</summary>
    public bool Takes(T item)
    {
        if (filter?.Invoke(item) == false)
            return false;
        string? name = nameOf(item);
        if (names.All)
            return true;
        if (name is not null && _literals.Contains(name))
        {
            _open.Remove(name);
            return true;
        }
        if (names.HasPatterns && names.Matches(name))
            return true;
        if (IsNear(name))
            _near.Add(item);
        return false;
    }

    private bool IsNear(string? name) => _open.Any(open => SameButForCase(name, open));

    private static bool SameButForCase(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

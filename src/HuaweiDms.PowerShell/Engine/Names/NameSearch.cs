namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Selects the requested names from a list that is read once. Exact names are case-sensitive, as in the service: the next command
/// may delete what is found.
/// </summary>
/// <param name="literals">The exact names.</param>
/// <param name="matches">Whether a name matches a requested pattern; null if there are no patterns.</param>
/// <param name="nameOf">The name of an object.</param>
/// <param name="filter">An additional filter for the objects.</param>
internal sealed class NameSearch<T>(IReadOnlyList<string> literals, Func<string?, bool>? matches, Func<T, string?> nameOf, Func<T, bool>? filter)
{
    private readonly HashSet<string> _literals = new(literals, StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(literals, StringComparer.Ordinal);
    private readonly List<string?> _seen = [];
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Whether nothing more can be found.</summary>
    public bool IsOver => matches is null && _open.Count == 0;

    /// <summary>Names that nothing has.</summary>
    public IEnumerable<string> Missing => literals.Where(_open.Contains);

    /// <summary>Every name of the list, as far as it was read while names were missing.</summary>
    public IReadOnlyList<string?> Seen => _seen;

    /// <summary>Whether a missing name belongs to an object that the filter excludes.</summary>
    public bool IsFilteredOut(string name) => _leftOut.Contains(name);

    /// <summary>Whether an object is requested.</summary>
    public bool Accepts(T item)
    {
        string? name = nameOf(item);
        if (_open.Count > 0)
            _seen.Add(name);
        bool isNamed = name is not null && _literals.Contains(name);
        if (filter?.Invoke(item) == false)
        {
            if (isNamed)
                _leftOut.Add(name!);
            return false;
        }
        if (isNamed)
            _open.Remove(name!);
        return isNamed || matches?.Invoke(name) == true;
    }
}

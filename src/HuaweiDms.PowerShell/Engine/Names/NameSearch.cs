namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Selects the requested names from a list that is read once. If two names differ only in case, an exact name selects the one with
/// the same case, because the next command may delete it.
/// </summary>
/// <param name="literals">The exact names.</param>
/// <param name="matches">Whether a name matches a requested pattern; null if there are no patterns.</param>
/// <param name="nameOf">The name of an object.</param>
/// <param name="filter">An additional filter for the objects.</param>
internal sealed class NameSearch<T>(IReadOnlyList<string> literals, Func<string?, bool>? matches, Func<T, string?> nameOf, Func<T, bool>? filter)
{
    private readonly HashSet<string> _literals = new(literals, StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(literals, StringComparer.Ordinal);
    private readonly ILookup<string, string> _written = literals.ToLookup(name => name, StringComparer.OrdinalIgnoreCase);
    private readonly List<T> _near = [];
    private readonly HashSet<string> _matched = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string?> _seen = [];
    private readonly HashSet<string> _leftOut = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether nothing more can be found.</summary>
    public bool IsOver => matches is null && _open.Count == 0;

    /// <summary>The objects that match a name only when case is ignored.</summary>
    public IReadOnlyList<T> Near => [.. _near.Where(item => IsNear(nameOf(item)))];

    /// <summary>Names that nothing has.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            HashSet<string> near = new(_near.Select(nameOf).OfType<string>(), StringComparer.OrdinalIgnoreCase);
            return literals.Where(name => _open.Contains(name) && !near.Contains(name) && !_matched.Contains(name));
        }
    }

    /// <summary>Every name of the list, as far as it was read while names were missing.</summary>
    public IReadOnlyList<string?> Seen => _seen;

    /// <summary>Whether a missing name belongs to an object that the filter excludes.</summary>
    public bool IsFilteredOut(string name) => _leftOut.Contains(name);

    /// <summary>Whether an object is requested; remembers those that differ only in case.</summary>
    public bool Accepts(T item)
    {
        string? name = nameOf(item);
        if (_open.Count > 0)
            _seen.Add(name);
        if (filter?.Invoke(item) == false)
        {
            if (name is not null && _written.Contains(name))
                _leftOut.Add(name);
            return false;
        }
        if (name is not null && _literals.Contains(name))
        {
            _open.Remove(name);
            return true;
        }
        if (matches?.Invoke(name) == true)
        {
            if (IsNear(name))
                _matched.Add(name!);
            return true;
        }
        if (IsNear(name))
            _near.Add(item);
        return false;
    }

    private bool IsNear(string? name) => name is not null && _written[name].Any(_open.Contains);
}

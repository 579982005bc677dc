namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Picks what names ask for out of a list that is read once. Where two names differ in case only, a name given exactly means
/// the one that is written so: whatever would be deleted next is what was named.
/// </summary>
/// <param name="literals">The names that are given exactly.</param>
/// <param name="matches">Whether a name fits a pattern that is given; null where none is.</param>
/// <param name="nameOf">The name of an object.</param>
/// <param name="filter">What else an object has to meet.</param>
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

    /// <summary>What was meant all the same, though it is written with other capitals.</summary>
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

    /// <summary>Every name of the list, as far as it was read for names that nothing has.</summary>
    public IReadOnlyList<string?> Seen => _seen;

    /// <summary>Whether a name that is missing is that of an object which does not meet the filter.</summary>
    public bool LeavesOut(string name) => _leftOut.Contains(name);

    /// <summary>Whether an object of the list is meant; those that only come near are kept.</summary>
    public bool Takes(T item)
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

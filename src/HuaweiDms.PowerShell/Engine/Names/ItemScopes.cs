using System.Collections.Concurrent;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The requested parts of items, such as the topics of groups, across pipeline records. Each record may request its own part.
/// </summary>
internal sealed class ItemScopes
{
    private readonly Dictionary<InstanceReference, ItemParts> _wanted = [];
    private readonly ConcurrentDictionary<(FoundInstance Found, string Part), bool> _met = new();
    private bool _isOne = true;

    /// <summary>Whether all parts of all items are requested.</summary>
    public bool All { get; private set; } = true;

    /// <summary>The one part that every record requests, by its exact name; null for several or a pattern.</summary>
    public string? Only { get; private set; }

    /// <summary>Adds the request of a record.</summary>
    public void Add(IEnumerable<InstanceReference> instances, NameFilter items, NameFilter parts)
    {
        _isOne &= parts.Only is { } only && (Only is null || Only == only);
        Only = _isOne ? parts.Only : null;
        All &= parts.All;
        foreach (InstanceReference instance in instances)
        {
            if (!_wanted.TryGetValue(instance, out ItemParts? wanted))
                _wanted.Add(instance, wanted = new());
            wanted.Add(items, parts);
        }
    }

    /// <summary>Whether a part of an item is requested.</summary>
    public bool Includes(ItemReference item, string? part)
    {
        bool isRequested = _wanted.TryGetValue(item.Instance, out ItemParts? wanted) && wanted.Has(item.Name, part);
        if (isRequested && part is not null)
            _met.TryAdd((new(item.Context, item.Instance), part), true);
        return isRequested;
    }

    /// <summary>Returns the names that no requested part in an instance had.</summary>
    public IReadOnlyList<string> Unmet(FoundInstance found, IEnumerable<string> names) => [.. names.Where(name => !_met.ContainsKey((found, name)))];
}

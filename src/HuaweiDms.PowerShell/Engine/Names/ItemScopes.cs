using System.Collections.Concurrent;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>What records of the pipeline ask of the parts of things, such as the topics of groups. Each may bring a part of its own.</summary>
internal sealed class ItemScopes
{
    private readonly Dictionary<InstanceReference, ItemParts> _wanted = [];
    private readonly ConcurrentDictionary<(FoundInstance Found, string Part), bool> _met = new();
    private bool _isOne = true;

    /// <summary>Whether all parts of all things are asked for.</summary>
    public bool All { get; private set; } = true;

    /// <summary>The one part that every record asks for, by its whole name; null where there are several or a pattern.</summary>
    public string? Only { get; private set; }

    /// <summary>Notes what a record asks for.</summary>
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

    /// <summary>Whether a part of a thing is asked for.</summary>
    public bool Includes(ItemReference item, string? part)
    {
        bool isMeant = _wanted.TryGetValue(item.Instance, out ItemParts? wanted) && wanted.Has(item.Name, part);
        if (isMeant && part is not null)
            _met.TryAdd((new(item.Context, item.Instance), part), true);
        return isMeant;
    }

    /// <summary>Those of some names that no part in an instance had which was asked for.</summary>
    public IReadOnlyList<string> Unmet(FoundInstance found, IEnumerable<string> names) => [.. names.Where(name => !_met.ContainsKey((found, name)))];
}

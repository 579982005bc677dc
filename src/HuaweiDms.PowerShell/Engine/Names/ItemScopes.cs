using System.Collections.Concurrent;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>What records of the pipeline ask of the parts of things, such as the topics of groups. Each may bring a part of its own.</summary>
internal sealed class ItemScopes
{
    private readonly List<Scope> _scopes = [];
    private readonly ConcurrentDictionary<(FoundInstance Found, string Part), bool> _met = new();

    /// <summary>Whether all parts of all things are asked for.</summary>
    public bool All => _scopes.TrueForAll(scope => scope.Parts.All);

    /// <summary>The one part that every record asks for, by its whole name; null where there are several or a pattern.</summary>
    public string? Only => _scopes.FirstOrDefault()?.Parts.Only is { } only && _scopes.TrueForAll(scope => scope.Parts.Only == only) ? only : null;

    /// <summary>Notes what a record asks for.</summary>
    public void Add(IEnumerable<InstanceReference> instances, NameFilter items, NameFilter parts) => _scopes.Add(new([.. instances], items, parts));

    /// <summary>Whether a part of a thing is asked for.</summary>
    public bool Means(ItemReference item, string? part)
    {
        bool isMeant = _scopes.Exists(scope => scope.Instances.Contains(item.Instance) && scope.Items.Means(item.Name) && scope.Parts.Means(part));
        if (isMeant && part is not null)
            _met.TryAdd((new(item.Context, item.Instance), part), true);
        return isMeant;
    }

    /// <summary>Those of some names that no part in an instance had which was asked for.</summary>
    public IReadOnlyList<string> Unmet(FoundInstance found, IEnumerable<string> names) => [.. names.Where(name => !_met.ContainsKey((found, name)))];

    private sealed record Scope(HashSet<InstanceReference> Instances, NameFilter Items, NameFilter Parts);
}

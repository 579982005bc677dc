using System.Collections.Concurrent;

namespace HuaweiDms;

/// <summary>
/// Caches the names of the instances that a connection has read. Objects within an instance know it only by its id, and requesting its name
/// would cost a request. The size is limited, because a list may be long.
/// </summary>
internal sealed class InstanceNames
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All names.</summary>
    public IEnumerable<string> All => _names.Select(seen => seen.Value);

    /// <summary>Returns the name; null if the instance was not read. It may have changed since.</summary>
    public string? Find(string instanceId) => _names.TryGetValue(instanceId, out string? name) ? name : null;

    /// <summary>Stores a name that was read or set.</summary>
    public void Note(string? instanceId, string? name)
    {
        if (string.IsNullOrEmpty(instanceId) || string.IsNullOrEmpty(name))
            return;
        if (_names.Count >= Most)
            _names.Clear();
        _names[instanceId!] = name!;
    }
}

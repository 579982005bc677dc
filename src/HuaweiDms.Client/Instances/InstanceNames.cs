using System.Collections.Concurrent;

namespace HuaweiDms;

/// <summary>
/// The names of instances as a connection has last seen them: what is inside an instance knows it by its id only, and asking for
/// its name would be a request. Kept small, because a list may be long.
/// </summary>
internal sealed class InstanceNames
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name; null where the instance was not seen. Somebody else may have changed it since.</summary>
    public string? Find(string instanceId) => _names.TryGetValue(instanceId, out string? name) ? name : null;

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => _names.Select(seen => seen.Value);

    /// <summary>Keeps what was seen, or what the name was changed to.</summary>
    public void Note(string? instanceId, string? name)
    {
        if (string.IsNullOrEmpty(instanceId) || string.IsNullOrEmpty(name))
            return;
        if (_names.Count >= Most)
            _names.Clear();
        _names[instanceId!] = name!;
    }
}

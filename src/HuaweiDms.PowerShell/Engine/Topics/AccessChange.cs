namespace HuaweiDms.PowerShell.Engine;

/// <summary>The difference between a new list of permissions and the current one.</summary>
internal sealed class AccessChange
{
    private readonly List<string> _changes = [];

    /// <summary>Compares two lists.</summary>
    /// <param name="present">The current permissions.</param>
    /// <param name="wanted">The new ones.</param>
    /// <param name="isNew">Whether the topic is yet to be created, so that nobody uses it.</param>
    public AccessChange(IReadOnlyList<TopicAccessPolicy> present, IReadOnlyList<TopicAccessPolicy> wanted, bool isNew = false)
    {
        Dictionary<string, string?> before = Of(present);
        Dictionary<string, string?> after = Of(wanted);
        foreach (KeyValuePair<string, string?> user in after)
        {
            if (!before.TryGetValue(user.Key, out string? access))
                _changes.Add($"give {user.Key} {user.Value}");
            else if (access != user.Value)
            {
                _changes.Add($"change {user.Key} from {access} to {user.Value}");
                RemovesAccess |= user.Value != TopicAccess.All;
            }
        }
        foreach (KeyValuePair<string, string?> user in before.Where(user => !after.ContainsKey(user.Key)))
        {
            _changes.Add($"remove {user.Value} from {user.Key}");
            RemovesAccess = true;
        }
        if (after.Count == 0 && before.Count > 0)
            _changes.Add(Text.NoUserLeft);
        if (before.Count == 0 && after.Count > 0 && !isNew)
        {
            _changes.Add(Text.OthersLockedOut);
            RemovesAccess = true;
        }
    }

    /// <summary>Whether a user loses access, so that clients are cut off.</summary>
    public bool RemovesAccess { get; }

    public bool IsEmpty => _changes.Count == 0;

    /// <summary>The description of the change for -WhatIf.</summary>
    public string Action => "Set permissions: " + string.Join(", ", _changes);

    private static Dictionary<string, string?> Of(IEnumerable<TopicAccessPolicy> policies)
    {
        Dictionary<string, string?> users = new(StringComparer.Ordinal);
        foreach (TopicAccessPolicy policy in policies)
            users[policy.UserName ?? string.Empty] = policy.Access;
        return users;
    }
}

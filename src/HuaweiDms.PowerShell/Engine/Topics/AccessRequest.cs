namespace HuaweiDms.PowerShell.Engine;

/// <summary>What is to become of the permissions of one topic.</summary>
internal sealed class AccessRequest
{
    /// <summary>Takes a user's permission away.</summary>
    public const string None = "None";

    /// <summary>Users and what they may do.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>The text of -Access as it is written here, also where it is the service's own word; null where it is none.</summary>
    public static string? Normalize(string access)
        => new[] { TopicAccess.All, TopicAccess.Publish, TopicAccess.Subscribe, None }
            .FirstOrDefault(known => string.Equals(known, TopicAccess.FromWire(access.Trim()), StringComparison.OrdinalIgnoreCase));

    /// <summary>The first user who is to get something and is not among those that there are; null where there is none.</summary>
    public string? FindUnknownUser(ICollection<string> users) => Users.Where(user => user.Value != None).Select(user => user.Key).FirstOrDefault(user => !users.Contains(user));

    /// <summary>This wish and a later one for the same topic as a new one: many topics may share a wish.</summary>
    /// <param name="later">The later one.</param>
    /// <param name="refuse">Takes a user to whom they give different permissions: the first one counts.</param>
    public AccessRequest And(AccessRequest later, Action<string> refuse)
    {
        AccessRequest both = new();
        foreach (KeyValuePair<string, string> user in Users.Concat(later.Users))
        {
            if (!both.Users.TryGetValue(user.Key, out string? access))
                both.Users.Add(user.Key, user.Value);
            else if (access != user.Value)
                refuse(user.Key);
        }
        return both;
    }

    /// <summary>The list that the topic is to have.</summary>
    public List<TopicAccessPolicy> ListFor(string topic, IReadOnlyList<TopicAccessPolicy> present, bool merge)
    {
        List<TopicAccessPolicy> list = [];
        foreach (TopicAccessPolicy policy in merge ? present : [])
        {
            if (!Users.TryGetValue(policy.UserName ?? string.Empty, out string? access))
                list.Add(policy);
            else if (access != None)
                list.Add(With(topic, policy.UserName!, access));
        }
        list.AddRange(Users
            .Where(user => user.Value != None && !list.Exists(policy => policy.UserName == user.Key))
            .Select(user => With(topic, user.Key, user.Value)));
        return list;
    }

    private static TopicAccessPolicy With(string topic, string user, string access) => new() { Topic = topic, UserName = user, Access = access };
}

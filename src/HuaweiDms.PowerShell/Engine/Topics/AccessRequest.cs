namespace HuaweiDms.PowerShell.Engine;

/// <summary>The requested permissions of one topic.</summary>
internal sealed class AccessRequest
{
    /// <summary>Removes the permission of a user.</summary>
    public const string None = "None";

    /// <summary>The users and their permissions.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>The normalized text of -Access, also for the service's own word; null if it is invalid.</summary>
    public static string? Normalize(string access)
        => new[] { TopicAccess.All, TopicAccess.Publish, TopicAccess.Subscribe, None }
            .FirstOrDefault(known => string.Equals(known, TopicAccess.FromWire(access.Trim()), StringComparison.OrdinalIgnoreCase));

    /// <summary>The first user who would get a permission but does not exist; null if there is none.</summary>
    public string? FindUnknownUser(ICollection<string> users) => Users.Where(user => user.Value != None).Select(user => user.Key).FirstOrDefault(user => !users.Contains(user));

    /// <summary>
    /// Combines this request and a later one for the same topic; returns a new one, because several topics may share a request.
    /// </summary>
    /// <param name="later">The later one.</param>
    /// <param name="refuse">Receives a user with different permissions in the two requests; the first one counts.</param>
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

    /// <summary>Returns the new list of the topic.</summary>
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

    /// <summary>
    /// Returns the new list of a topic, with its other permissions as they are now: the service replaces the whole list, so it is to be
    /// called immediately before that.
    /// </summary>
    public async Task<TopicAccessList> MergeAsync(FoundInstance found, string topic, CancellationToken cancellationToken)
    {
        IReadOnlyList<TopicAccessPolicy> present
            = await found.Context.Client.AccessPolicies.ListAsync(found.Instance.Id, topic, cancellationToken).ConfigureAwait(false);
        return new() { Topic = topic, Policies = ListFor(topic, present, merge: true) };
    }

    private static TopicAccessPolicy With(string topic, string user, string access) => new() { Topic = topic, UserName = user, Access = access };
}

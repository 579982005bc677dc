namespace HuaweiDms;

/// <summary>What one user may do with a topic (5.7.6).</summary>
public sealed class TopicAccessPolicy : TopicResource
{
    /// <summary>The user.</summary>
    public string? UserName { get; set; }

    /// <summary>What the user may do: see <see cref="TopicAccess"/>.</summary>
    public string? Access { get; set; }

    /// <summary>Whether the topic was created with this user.</summary>
    public bool IsOwner { get; set; }

    /// <summary>What kind of topic it is: 0 for an ordinary one, 1 for one of the service's own; null where it was not read.</summary>
    public int? TopicType { get; set; }

    /// <summary>User and access.</summary>
    public override string ToString() => $"{UserName}: {Access}";
}

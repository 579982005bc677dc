namespace HuaweiDms;

/// <summary>The permission of one user for a topic (5.7.6).</summary>
public sealed class TopicAccessPolicy : TopicResource
{
    /// <summary>The name of the user.</summary>
    public string? UserName { get; set; }

    /// <summary>The permission: see <see cref="TopicAccess"/>.</summary>
    public string? Access { get; set; }

    /// <summary>Whether the topic was created with this user.</summary>
    public bool IsOwner { get; set; }

    /// <summary>The kind of topic: 0 for an ordinary topic, 1 for one that the service uses itself; null if it was not read.</summary>
    public int? TopicType { get; set; }

    /// <summary>Returns the user and the permission.</summary>
    public override string ToString() => $"{UserName}: {Access}";
}

namespace HuaweiDms;

/// <summary>The complete access policies of a topic (5.7.7).</summary>
public sealed class TopicAccessList
{
    /// <summary>The name of the topic.</summary>
    public required string Topic { get; set; }

    /// <summary>The permissions by user; users who are not in the list lose their permissions.</summary>
    public required IReadOnlyList<TopicAccessPolicy> Policies { get; set; }
}

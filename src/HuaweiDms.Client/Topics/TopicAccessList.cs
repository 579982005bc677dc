namespace HuaweiDms;

/// <summary>The whole list of who may do what with a topic (5.7.7).</summary>
public sealed class TopicAccessList
{
    /// <summary>The topic.</summary>
    public required string Topic { get; set; }

    /// <summary>Users and what they may do; whoever is not in it may do nothing any more.</summary>
    public required IReadOnlyList<TopicAccessPolicy> Policies { get; set; }
}

namespace HuaweiDms.Emulator.State;

/// <summary>An access policy: the rights of a user on a topic (5.7.6).</summary>
internal sealed class TopicPolicy
{
    public string User { get; set; } = string.Empty;

    /// <summary>One of all, pub and sub.</summary>
    public string Access { get; set; } = string.Empty;

    /// <summary>Whether this user was selected when the topic was created.</summary>
    public bool IsOwner { get; set; }
}

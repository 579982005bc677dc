namespace HuaweiDms.Emulator.State;

/// <summary>What a user may do with a topic (5.7.6).</summary>
internal sealed class TopicPolicy
{
    public string User { get; set; } = string.Empty;

    /// <summary>all, pub or sub.</summary>
    public string Access { get; set; } = string.Empty;

    /// <summary>Whether the topic was created with the user.</summary>
    public bool IsOwner { get; set; }
}

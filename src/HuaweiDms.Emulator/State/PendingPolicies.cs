namespace HuaweiDms.Emulator.State;

/// <summary>Permissions of a topic that take effect when their task has ended (5.7.7).</summary>
internal sealed class PendingPolicies
{
    /// <summary>What the service calls the work.</summary>
    public const string TaskName = "updateTopicPolicies";

    public DateTimeOffset At { get; set; }

    public string Topic { get; set; } = string.Empty;

    public List<TopicPolicy> Policies { get; set; } = [];
}

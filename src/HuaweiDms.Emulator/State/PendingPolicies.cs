namespace HuaweiDms.Emulator.State;

/// <summary>Access policies of a topic that take effect when their task ends (5.7.7).</summary>
internal sealed class PendingPolicies
{
    /// <summary>The service's name for the task.</summary>
    public const string TaskName = "updateTopicPolicies";

    public DateTimeOffset At { get; set; }

    public string Topic { get; set; } = string.Empty;

    public List<TopicPolicy> Policies { get; set; } = [];
}

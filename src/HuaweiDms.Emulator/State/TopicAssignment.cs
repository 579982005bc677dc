namespace HuaweiDms.Emulator.State;

/// <summary>The partitions of a topic that are assigned to a member.</summary>
internal sealed class TopicAssignment
{
    public string Topic { get; set; } = string.Empty;

    public List<int> Partitions { get; set; } = [];
}

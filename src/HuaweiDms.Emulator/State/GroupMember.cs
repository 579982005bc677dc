namespace HuaweiDms.Emulator.State;

/// <summary>A consumer that is in its group now.</summary>
internal sealed class GroupMember
{
    public string Id { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>With the leading slash of the service.</summary>
    public string Host { get; set; } = "";

    public List<TopicAssignment> Assignments { get; set; } = [];
}

using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// A consumer group. A list (5.6.2) reports its description, lag and creation time; reading a single group (5.6.1, 5.6.8) reports its
/// members and offsets.
/// </summary>
public sealed class ConsumerGroup : ConsumerGroupResource
{
    /// <summary>The name, the same as <see cref="ConsumerGroupResource.ConsumerGroup"/>.</summary>
    [JsonIgnore]
    public string? Name => ConsumerGroup;

    /// <summary>The state: one of <see cref="ConsumerGroupState"/>, or any other text that the service sends.</summary>
    [JsonPropertyName("state")]
    public string? State { get; set => field = ConsumerGroupState.Parse(value); }

    /// <summary>
    /// The number of messages that the group has not read yet, in all its partitions; null if the group was read on its own.
    /// </summary>
    [JsonPropertyName("lag")]
    public long? Lag { get; set; }

    /// <summary>The description; null if there is none or if the group was read on its own.</summary>
    [JsonPropertyName("group_desc")]
    public string? Description { get; set; }

    /// <summary>The id of the broker that coordinates the group.</summary>
    [JsonPropertyName("coordinator_id")]
    public int? CoordinatorId { get; set; }

    /// <summary>The creation time; null if the group was read on its own.</summary>
    [JsonPropertyName("createdAt")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>How partitions are assigned to members, such as <c>range</c>; null if the group comes from a list.</summary>
    [JsonPropertyName("assignment_strategy")]
    public string? AssignmentStrategy { get; set; }

    /// <summary>The current members; null if the group comes from a list.</summary>
    [JsonPropertyName("members")]
    public ConsumerGroupMember[]? Members { get; set; }

    /// <summary>The offsets by partition; null if the group comes from a list.</summary>
    [JsonPropertyName("group_message_offsets")]
    public ConsumerOffset[]? Offsets { get; set; }

    /// <summary>Whether the group has members, or members are joining or leaving. Its offsets cannot be reset then (5.6.5).</summary>
    [JsonIgnore]
    public bool IsActive
    {
        get
        {
            if (Members?.Length > 0)
                return true;
            // If neither the members nor the state are known, the group may be active.
            if (State is null)
                return Members is null;
            return State is not (ConsumerGroupState.Empty or ConsumerGroupState.Dead);
        }
    }

    /// <summary>Returns the name.</summary>
    public override string ToString() => ConsumerGroup ?? string.Empty;

    /// <summary>
    /// Returns the topics in which the group has offsets or that a member reads: a group that has just started has no offsets yet.
    /// </summary>
    internal IEnumerable<string> TopicsRead()
        => (Offsets ?? []).Select(offset => offset.Topic)
            .Concat((Members ?? []).SelectMany(member => member.Assignments ?? []).Select(assigned => assigned.Topic))
            .OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Returns the member that reads a partition; null if there is none or the service did not say.</summary>
    internal ConsumerGroupMember? ReaderOf(string? topic, int? partition)
    {
        if (partition is not { } number)
            return null;
        return Members?.FirstOrDefault(
            member => (member.Assignments ?? []).Any(assigned => assigned.Topic == topic && (assigned.Partitions ?? []).Contains(number)));
    }
}

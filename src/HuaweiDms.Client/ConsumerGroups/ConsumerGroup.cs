using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// A consumer group. A list (5.6.2) tells its description, its lag and when it was created; reading it alone (5.6.1, 5.6.8)
/// tells its members and offsets.
/// </summary>
public sealed class ConsumerGroup : ConsumerGroupResource
{
    /// <summary>The name, the same as <see cref="ConsumerGroupResource.ConsumerGroup"/>.</summary>
    [JsonIgnore]
    public string? Name => ConsumerGroup;

    /// <summary>Whether it has members: one of <see cref="ConsumerGroupState"/>, or what the service says that is none of them.</summary>
    [JsonPropertyName("state")]
    public string? State { get; set => field = ConsumerGroupState.Parse(value); }

    /// <summary>Messages that it has still to read in all its partitions; null where it was read alone.</summary>
    [JsonPropertyName("lag")]
    public long? Lag { get; set; }

    /// <summary>The description; null without one, and where it was read alone.</summary>
    [JsonPropertyName("group_desc")]
    public string? Description { get; set; }

    /// <summary>The broker that coordinates it.</summary>
    [JsonPropertyName("coordinator_id")]
    public int? CoordinatorId { get; set; }

    /// <summary>When it was created; null where it was read alone.</summary>
    [JsonPropertyName("createdAt")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>How partitions are given to members, such as <c>range</c>; null where it was only listed.</summary>
    [JsonPropertyName("assignment_strategy")]
    public string? AssignmentStrategy { get; set; }

    /// <summary>The consumers that are in it now; null where it was only listed.</summary>
    [JsonPropertyName("members")]
    public ConsumerGroupMember[]? Members { get; set; }

    /// <summary>How far it has come, partition by partition; null where it was only listed.</summary>
    [JsonPropertyName("group_message_offsets")]
    public ConsumerOffset[]? Offsets { get; set; }

    /// <summary>Whether consumers are in it, or are just joining or leaving: its offsets cannot be reset then (5.6.5).</summary>
    [JsonIgnore]
    public bool IsActive
        => Members?.Length > 0 || (State is null ? Members is null : State is not (ConsumerGroupState.Empty or ConsumerGroupState.Dead));

    /// <summary>The name.</summary>
    public override string ToString() => ConsumerGroup ?? string.Empty;

    /// <summary>The topics that it has offsets in, or that a member reads: a group that has just begun has no offsets yet.</summary>
    internal IEnumerable<string> TopicsRead()
        => (Offsets ?? []).Select(offset => offset.Topic)
            .Concat((Members ?? []).SelectMany(member => member.Assignments ?? []).Select(assigned => assigned.Topic))
            .OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The member that reads a partition; null where none does, or the service did not say.</summary>
    internal ConsumerGroupMember? ReaderOf(string? topic, int? partition)
        => Members?.FirstOrDefault(member => member.Assignments?.Any(
            assigned => assigned.Topic == topic && partition is { } number && assigned.Partitions?.Contains(number) == true) == true);
}

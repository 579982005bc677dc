using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.6.2 and 7.2.3.2.</summary>
internal sealed class ConsumerGroupList
{
    [JsonPropertyName("groups")]
    public List<ConsumerGroup>? Groups { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }
}

/// <summary>Response of 5.6.1, and of 5.6.8, whose example has the fields next to an empty <c>group</c>.</summary>
internal sealed class ConsumerGroupResponse
{
    [JsonPropertyName("group")]
    public ConsumerGroup? Group { get; set; }

    [JsonPropertyName("group_id")]
    public string? Name { get; set; }

    [JsonPropertyName("state")]
    public string? State { get; set; }

    [JsonPropertyName("coordinator_id")]
    public int? CoordinatorId { get; set; }

    [JsonPropertyName("members")]
    public ConsumerGroupMember[]? Members { get; set; }

    [JsonPropertyName("group_message_offsets")]
    public ConsumerOffset[]? Offsets { get; set; }

    [JsonPropertyName("assignment_strategy")]
    public string? AssignmentStrategy { get; set; }

    /// <summary>Returns the group from either form of the response; null if neither is present.</summary>
    public ConsumerGroup? ToGroup()
        => Group ?? (Name is null && State is null ? null : new()
        {
            ConsumerGroup = Name,
            State = State,
            CoordinatorId = CoordinatorId,
            Members = Members,
            Offsets = Offsets,
            AssignmentStrategy = AssignmentStrategy,
        });
}

/// <summary>Response of 5.6.6.</summary>
internal sealed class ConsumerOffsetList
{
    [JsonPropertyName("group_message_offsets")]
    public List<ConsumerOffset>? Offsets { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }
}

/// <summary>Response of 5.6.11.</summary>
internal sealed class ConsumerGroupTopicList
{
    [JsonPropertyName("topics")]
    public List<ConsumerGroupTopic>? Topics { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }
}

/// <summary>Response of 5.6.12.</summary>
internal sealed class ConsumerGroupMemberList
{
    [JsonPropertyName("members")]
    public List<ConsumerGroupMember>? Members { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }
}

/// <summary>Request body of 5.6.4, 5.6.7 and 5.6.10.</summary>
internal sealed class ConsumerGroupBody
{
    [JsonPropertyName("group_name")]
    public required string Name { get; set; }

    [JsonPropertyName("group_desc")]
    public string? Description { get; set; }
}

/// <summary>Request body of 5.6.3.</summary>
internal sealed class ConsumerGroupNames
{
    [JsonPropertyName("group_ids")]
    public required IReadOnlyList<string> Names { get; set; }
}

/// <summary>
/// Response of 5.6.3: only the groups that failed, and their number. The example of the reference names other groups than the request.
/// </summary>
internal sealed class ConsumerGroupFailures
{
    [JsonPropertyName("failed_groups")]
    public List<ConsumerGroupFailure?>? Failed { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }

    /// <summary>Returns the failure of a group, if it has one.</summary>
    public ConsumerGroupFailure? Of(string group) => Failed?.Find(failed => failed?.Name == group);

    /// <summary>Whether more groups failed than have a failure here. In that case, a group without one may also have failed.</summary>
    public bool HasUnlistedFailures(IReadOnlyList<string> groups)
        => Math.Max(Total ?? 0, Failed?.Count ?? 0) > groups.Count(group => Of(group) is not null);
}

/// <summary>A group that was not deleted.</summary>
internal sealed class ConsumerGroupFailure
{
    [JsonPropertyName("group_id")]
    public string? Name { get; set; }

    [JsonPropertyName("error_message")]
    public string? Message { get; set; }
}

/// <summary>Request body of 5.6.5 and 7.2.3.1, with either the offset or the time.</summary>
internal sealed class OffsetResetBody
{
    [JsonPropertyName("topic")]
    public string? Topic { get; set; }

    /// <summary>The partition; -1 for all.</summary>
    [JsonPropertyName("partition")]
    public required int Partition { get; set; }

    [JsonPropertyName("message_offset")]
    public long? Offset { get; set; }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    [JsonPropertyName("timestamp")]
    public long? Timestamp { get; set; }
}

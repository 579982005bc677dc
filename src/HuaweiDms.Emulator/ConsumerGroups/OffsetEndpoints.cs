using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Tasks;
using HuaweiDms.Emulator.Topics;

namespace HuaweiDms.Emulator.ConsumerGroups;

/// <summary>Committed offsets, topics and members of consumer groups: 5.6.5, 5.6.6, 5.6.11, 5.6.12, and the older 7.2.3.1.</summary>
internal static class OffsetEndpoints
{
    private const int AllPartitions = -1;

    public static IEnumerable<Route> Routes =>
    [
        new("PUT", "/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/reset-message-offset", "ResetMessageOffsetWithEngine", "5.6.5", Reset),
        new("GET", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}/message-offset", "ListInstanceConsumerGroupMessageOffset", "5.6.6", ListOffsets),
        new("GET", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}/topics", "ListInstanceConsumerGroupTopics", "5.6.11", ListTopics),
        new("GET", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}/members", "ListInstanceConsumerGroupMembers", "5.6.12", ListMembers),
        new("POST", "/v2/{project_id}/instances/{instance_id}/management/groups/{group}/reset-message-offset", "ResetMessageOffset", "7.2.3.1", Reset),
    ];

    private static ResponseMessage ListOffsets(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        string? topic = context.Query("topic") is { Length: > 0 } given ? given : null;
        int? partition = context.QueryNumber("partition");
        ConsumerGroup? group = instance.FindConsumerGroup(context["group"]);
        List<Progress> found = group is null
            ? []
            : [.. Progress.Of(instance, group).Where(progress => (topic is null || progress.Topic == topic) && (partition is null || progress.Log.Number == partition))];
        IEnumerable<Progress> page = GroupRules.PageOf(context, found);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("group_message_offsets", page, progress =>
            {
                GroupMember? reader = group!.Members.Find(member => member.Assignments.Exists(
                    assigned => assigned.Topic == progress.Topic && assigned.Partitions.Contains(progress.Log.Number)));
                json.WriteString("partition", WireText.Of(progress.Log.Number));
                json.WriteString("message_current_offset", WireText.Of(progress.Offset));
                json.WriteNumber("message_log_start_offset", progress.Log.StartOffset);
                json.WriteNumber("message_log_end_offset", progress.Log.EndOffset);
                json.WriteString("consumer_id", reader?.Id ?? string.Empty);
                json.WriteString("host", reader?.Host ?? string.Empty);
                json.WriteString("client_id", reader?.ClientId ?? string.Empty);
            });
            json.WriteNumber("total", found.Count);
        });
    }

    /// <summary>
    /// Sorted by lag, largest first, unless the query sets another order. Matching the topic by a part of its name is a guess.
    /// </summary>
    private static ResponseMessage ListTopics(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        string part = context.Query("topic") ?? string.Empty;
        ConsumerGroup? group = instance.FindConsumerGroup(context["group"]);
        List<(string Name, int Partitions, long Lag)> all = group is null
            ? []
            :
            [
                .. Progress.Of(instance, group).Where(progress => progress.Topic.Contains(part, StringComparison.Ordinal))
                    .GroupBy(progress => progress.Topic, (topic, parts) => (topic, parts.Count(), parts.Sum(progress => progress.Lag))),
            ];
        Comparison<(string Name, int Partitions, long Lag)> order = context.Query("sort_key") switch
        {
            "topic" => (one, other) => string.CompareOrdinal(one.Name, other.Name),
            "partition" => (one, other) => one.Partitions.CompareTo(other.Partitions),
            null or "" or "messages" => (one, other) => one.Lag.CompareTo(other.Lag),
            _ => throw ServiceErrors.InvalidParameter(),
        };
        int sign = context.Query("sort_dir") switch { "asc" => 1, null or "" or "desc" => -1, _ => throw ServiceErrors.InvalidParameter() };
        all.Sort((one, other) => order(one, other) * sign is not 0 and var result ? result : string.CompareOrdinal(one.Name, other.Name));
        IEnumerable<(string Name, int Partitions, long Lag)> page = GroupRules.PageOf(context, all, refusesPastEnd: true);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("topics", page, topic =>
            {
                json.WriteString("topic", topic.Name);
                json.WriteNumber("partitions", topic.Partitions);
                json.WriteNumber("lag", topic.Lag);
            });
            json.WriteNumber("total", all.Count);
        });
    }

    /// <summary>Omits addresses and partitions, as the reference does.</summary>
    private static ResponseMessage ListMembers(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        string? host = context.Query("host") is { Length: > 0 } at ? at.TrimStart('/') : null;
        string? id = context.Query("member_id") is { Length: > 0 } given ? given : null;
        List<GroupMember> found = instance.FindConsumerGroup(context["group"])?.Members
            .FindAll(member => (host is null || member.Host.TrimStart('/') == host) && (id is null || member.Id == id)) ?? [];
        IEnumerable<GroupMember> page = GroupRules.PageOf(context, found, refusesPastEnd: true);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("members", page, member =>
            {
                json.WriteString("member_id", member.Id);
                json.WriteString("client_id", member.ClientId);
            });
            json.WriteNumber("total", found.Count);
        });
    }

    /// <summary>
    /// Resets offsets; a value out of range moves to the nearest end of the log. Without a topic, only a timestamp is allowed: it
    /// applies to all topics of the group, and a background task reports the result.
    /// </summary>
    private static ResponseMessage Reset(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindRunning(context);
        JsonFields body = context.Body();
        string topic = body.Text("topic") ?? string.Empty;
        int partition = body.Integer("partition") ?? throw ServiceErrors.InvalidField("partition");
        long? offset = body.LongInteger("message_offset");
        long? time = body.LongInteger("timestamp");
        if ((offset is null) == (time is null) || (topic.Length == 0 && offset is not null))
            throw ServiceErrors.InvalidField("message_offset");
        ConsumerGroup group = GroupRules.Find(context, instance);
        if (group.Members.Count > 0)
            throw ServiceErrors.GroupHasMembers();

        foreach ((string name, TopicPartition log) in SelectPartitions(instance, group, topic, partition).ToList())
            group.Commit(name, log.Number, offset is { } wanted ? log.Clamp(wanted) : log.OffsetAt(ServiceTime.FromUnixMilliseconds(time!.Value)));
        if (topic.Length == 0)
            TaskLog.Start(context, instance, "kafkaResetConsumerOffset", json => json.WriteString("group", group.Name));
        return ResponseMessage.NoContent();
    }

    private static IEnumerable<(string Topic, TopicPartition Log)> SelectPartitions(KafkaInstance instance, ConsumerGroup group, string topic, int partition)
    {
        if (topic.Length == 0)
            return Progress.Of(instance, group).Select(progress => (progress.Topic, progress.Log));
        KafkaTopic found = instance.FindTopic(topic) ?? throw ServiceErrors.NoSuchTopic();
        if (partition == AllPartitions)
            return found.Partitions.Select(log => (topic, log));
        return found.FindPartition(partition) is { } one ? [(topic, one)] : throw ServiceErrors.InvalidParameter();
    }
}

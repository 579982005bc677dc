using System.Text;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Tasks;
using HuaweiDms.Emulator.Topics;

namespace HuaweiDms.Emulator.ConsumerGroups;

/// <summary>Consumer groups: 5.6.1 to 5.6.4, 5.6.7 to 5.6.10, and the older list 7.2.3.2.</summary>
internal static class GroupEndpoints
{
    private const string WithEngine = "/v2/{engine}/{project_id}/instances/{instance_id}/groups";
    private const int MaxNameLength = 255;

    public static IEnumerable<Route> Routes =>
    [
        new("GET", "/v2/{project_id}/instances/{instance_id}/management/groups/{group}", "ShowGroups", "5.6.1", Show),
        new("GET", "/v2/{project_id}/instances/{instance_id}/groups", "ListInstanceConsumerGroups", "5.6.2", context => List(context, topic: null)),
        new("POST", "/v2/{project_id}/instances/{instance_id}/groups/batch-delete", "BatchDeleteGroup", "5.6.3", BatchDelete),
        new("POST", "/v2/{project_id}/kafka/instances/{instance_id}/group", "CreateKafkaConsumerGroup", "5.6.4", Create),
        new("PUT", WithEngine, "UpdateInstanceGroup", "5.6.7", UpdateByTask),
        new("GET", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}", "ListInstanceConsumerGroup", "5.6.8", ShowFlat),
        new("DELETE", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}", "DeleteInstanceConsumerGroup", "5.6.9", Delete),
        new("PUT", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}", "UpdateInstanceConsumerGroup", "5.6.10", Update),
        new("GET", WithEngine, "ListInstanceConsumerGroupsWithEngine", "7.2.3.2", context => List(context, context.Query("topic"))),
    ];

    private static ResponseMessage Show(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        string name = context["group"];
        return ResponseMessage.Object(200, json =>
        {
            json.WriteStartObject("group");
            GroupWriter.WriteDetail(json, instance, name, instance.FindConsumerGroup(name), withAssignments: true);
            json.WriteEndObject();
        });
    }

    /// <summary>Puts the fields next to <c>group</c> instead of inside it, as the only example does.</summary>
    private static ResponseMessage ShowFlat(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        string name = context["group"];
        return ResponseMessage.Object(200, json =>
        {
            json.WriteNull("group");
            GroupWriter.WriteDetail(json, instance, name, instance.FindConsumerGroup(name), withAssignments: false);
        });
    }

    /// <summary>Only the older path can filter by topic.</summary>
    private static ResponseMessage List(RequestContext context, string? topic)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        string part = context.Query("group") ?? string.Empty;
        List<ConsumerGroup> found = instance.ConsumerGroups.FindAll(group => group.Name.Contains(part, StringComparison.Ordinal)
            && (string.IsNullOrEmpty(topic) || group.Offsets.Exists(committed => committed.Topic == topic)));
        IEnumerable<ConsumerGroup> page = GroupRules.PageOf(context, found);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("groups", page, group => GroupWriter.WriteSimple(json, instance, group));
            json.WriteNumber("total", found.Count);
        });
    }

    /// <summary>
    /// Responds with the bare word "success". Which names are rejected is a guess: Kafka accepts any name, and the reference only
    /// has a code for an invalid format.
    /// </summary>
    private static ResponseMessage Create(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindRunning(context);
        JsonFields body = context.Body();
        string name = body.RequiredText("group_name");
        if (name.Length > MaxNameLength || name.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)))
            throw ServiceErrors.InvalidGroupName();
        string description = body.Text("group_desc") ?? string.Empty;
        if (instance.FindConsumerGroup(name) is not null)
            throw ServiceErrors.GroupExists();
        instance.ConsumerGroups.Add(new() { Name = name, Description = description, CreatedAt = context.Now });
        return new(200, Encoding.UTF8.GetBytes("success"), "text/plain");
    }

    private static ResponseMessage Update(RequestContext context)
    {
        ConsumerGroup group = GroupRules.Find(context, TopicRules.FindRunning(context));
        JsonFields body = context.Body();
        // The path identifies the group. The reference does not say what a different name in the body would mean.
        _ = body.Text("group_name");
        group.Description = body.Text("group_desc") ?? group.Description;
        return ResponseMessage.Empty();
    }

    /// <summary>Documented as a change of all groups: the body in the reference names one group; newer models send a list.</summary>
    private static ResponseMessage UpdateByTask(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindRunning(context);
        JsonFields body = context.Body();
        List<(string Name, string? Description)> changes =
            [.. (body.Objects("groups") ?? [body]).Select(group => (group.RequiredText("group_name"), group.Text("group_desc")))];
        if (changes.Count == 0)
            throw ServiceErrors.InvalidField("groups");
        bool fails = false;
        foreach ((string name, string? description) in changes)
        {
            if (instance.FindConsumerGroup(name) is { } group)
                group.Description = description ?? group.Description;
            else
                fails = true;
        }
        string names = string.Join(",", changes.Select(change => change.Name));
        return TaskLog.ToResponse(TaskLog.Start(context, instance, "updateConsumerGroup", json => json.WriteString("group_name", names), fails: fails));
    }

    private static ResponseMessage Delete(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindRunning(context);
        ConsumerGroup group = GroupRules.Find(context, instance);
        if (group.Members.Count > 0)
            throw ServiceErrors.GroupHasMembers();
        instance.ConsumerGroups.Remove(group);
        return ResponseMessage.Empty();
    }

    /// <summary>
    /// Responds with the groups that could not be deleted. The reasons are Kafka's error names; the reference has a single
    /// example, which is not specific.
    /// </summary>
    private static ResponseMessage BatchDelete(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindRunning(context);
        List<string> names = context.Body().Texts("group_ids") is { Count: > 0 } given ? given : throw ServiceErrors.InvalidField("group_ids");
        List<(string Name, string Reason)> failed = [];
        foreach (string name in names)
        {
            ConsumerGroup? group = instance.FindConsumerGroup(name);
            if (group is null)
                failed.Add((name, "GROUP_ID_NOT_FOUND"));
            else if (group.Members.Count > 0)
                failed.Add((name, "NON_EMPTY_GROUP"));
            else
                instance.ConsumerGroups.Remove(group);
        }
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("failed_groups", failed, group =>
            {
                json.WriteString("group_id", group.Name);
                json.WriteString("error_message", group.Reason);
            });
            json.WriteNumber("total", failed.Count);
        });
    }
}

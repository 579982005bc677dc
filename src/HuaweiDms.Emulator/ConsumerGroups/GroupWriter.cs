using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.ConsumerGroups;

/// <summary>Writes consumer groups as the service describes them.</summary>
internal static class GroupWriter
{
    /// <summary>Writes a group in a list (5.6.2).</summary>
    public static void WriteSimple(Utf8JsonWriter json, KafkaInstance instance, ConsumerGroup group)
    {
        json.WriteNumber("createdAt", group.CreatedAt.ToUnixTimeMilliseconds());
        json.WriteString("group_id", group.Name);
        json.WriteString("state", group.State);
        json.WriteNumber("coordinator_id", group.Coordinator(instance));
        json.WriteNumber("lag", Progress.Of(instance, group).Sum(progress => progress.Lag));
        if (group.Description.Length > 0)
            json.WriteString("group_desc", group.Description);
        else
            json.WriteNull("group_desc");
    }

    /// <summary>Writes a group in full (5.6.1, 5.6.8). A group that does not exist has the state DEAD.</summary>
    public static void WriteDetail(Utf8JsonWriter json, KafkaInstance instance, string name, ConsumerGroup? group, bool withAssignments)
    {
        json.WriteString("group_id", name);
        json.WriteString("state", group?.State ?? ConsumerGroup.Dead);
        json.WriteNumber("coordinator_id", (group ?? new() { Name = name }).Coordinator(instance));
        json.WriteObjects("members", group?.Members ?? [], member => WriteMember(json, member, withAssignments));
        json.WriteObjects("group_message_offsets", group is null ? [] : Progress.Of(instance, group), progress =>
        {
            json.WriteNumber("partition", progress.Log.Number);
            json.WriteNumber("lag", progress.Lag);
            json.WriteString("topic", progress.Topic);
            json.WriteNumber("message_current_offset", progress.Offset);
            json.WriteNumber("message_log_end_offset", progress.Log.EndOffset);
        });
        json.WriteString("assignment_strategy", group?.Members.Count > 0 ? ConsumerGroup.Strategy : string.Empty);
    }

    private static void WriteMember(Utf8JsonWriter json, GroupMember member, bool withAssignments)
    {
        json.WriteString("host", member.Host);
        if (withAssignments)
        {
            json.WriteObjects("assignment", member.Assignments.Where(assignment => assignment.Partitions.Count > 0), assignment =>
            {
                json.WriteString("topic", assignment.Topic);
                json.WriteNumbers("partitions", assignment.Partitions);
            });
        }
        json.WriteString("member_id", member.Id);
        json.WriteString("client_id", member.ClientId);
    }
}

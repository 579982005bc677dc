using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>Topics: 5.5.2 to 5.5.5 and their v1.0 forms 7.1.1.7 to 7.1.1.9.</summary>
internal static class TopicEndpoints
{
    private const string Path = "/v2/{project_id}/instances/{instance_id}/topics";
    private const string PathV1 = "/v1.0/{project_id}/instances/{instance_id}/topics";

    /// <summary>The reference says 50, but the service is known to return 200.</summary>
    private const int MaxPageSize = 200;

    public static IEnumerable<Route> Routes =>
    [
        new("POST", Path, "CreateInstanceTopic", "5.5.2", context => Create(context, isV1: false)),
        new("GET", Path, "ListInstanceTopics", "5.5.3", List),
        new("PUT", Path, "UpdateInstanceTopic", "5.5.4", Update),
        new("POST", "/v2/{project_id}/instances/{instance_id}/topics/delete", "BatchDeleteInstanceTopic", "5.5.5", Delete),
        new("POST", PathV1, "CreateInstanceTopicV1", "7.1.1.7", context => Create(context, isV1: true)),
        new("GET", PathV1, "ListInstanceTopicsV1", "7.1.1.8", ListV1),
        new("POST", "/v1.0/{project_id}/instances/{instance_id}/topics/delete", "BatchDeleteInstanceTopicV1", "7.1.1.9", Delete),
    ];

    private static ResponseMessage Create(RequestContext context, bool isV1)
    {
        KafkaInstance instance = TopicRules.FindRunning(context);
        KafkaTopic topic = TopicCreation.Read(context.Body(), instance, isV1).Create(instance, context.Now);
        return ResponseMessage.Object(200, json => json.WriteString(isV1 ? "id" : "name", topic.Name));
    }

    private static ResponseMessage List(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        List<KafkaTopic> page = Page.Of(context, instance.Topics, MaxPageSize);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteNumber("total", instance.Topics.Count);
            json.WriteNumber("size", 0);
            json.WriteObjects("topics", page, topic => TopicWriter.Write(json, topic));
            WriteRemaining(json, instance);
            json.WriteNumber("topic_max_partitions", TopicRules.MaxPartitions);
        });
    }

    /// <summary>Lists all topics. The field for the count is named as in the example.</summary>
    private static ResponseMessage ListV1(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteNumber("count", instance.Topics.Count);
            json.WriteObjects("topics", instance.Topics, topic => TopicWriter.WriteV1(json, topic));
            WriteRemaining(json, instance);
        });
    }

    /// <summary>Responds without a body if all changes succeed; otherwise with status 206 and the failures.</summary>
    private static ResponseMessage Update(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindRunning(context);
        List<(string Name, string? Failure)> outcomes
            = TopicChange.Read(context.Body()).ConvertAll(change => (change.Name, change.TryApply(instance, context.Now)));
        outcomes.RemoveAll(outcome => outcome.Failure is null);
        if (outcomes.Count == 0)
            return ResponseMessage.NoContent();
        return ResponseMessage.Object(206, json => json.WriteObjects("failed_topics", outcomes, outcome =>
        {
            json.WriteString("id", outcome.Name);
            json.WriteBoolean("success", value: false);
            json.WriteString("error_msg", outcome.Failure);
        }));
    }

    /// <summary>A topic that does not exist counts as deleted. System topics and topics being moved are not deleted.</summary>
    private static ResponseMessage Delete(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindRunning(context);
        List<string> names = context.Body().Texts("topics") ?? [];
        if (names.Count == 0)
            throw ServiceErrors.InvalidField("topics");
        return ResponseMessage.Object(200, json => json.WriteObjects("topics", names, name =>
        {
            json.WriteString("id", name);
            json.WriteBoolean("success", TryDelete(instance, name, context.Now));
        }));
    }

    private static bool TryDelete(KafkaInstance instance, string name, DateTimeOffset now)
    {
        KafkaTopic? topic = instance.FindTopic(name);
        if (topic?.IsSystem == true || instance.Moves.Exists(move => move.Topic == name && move.BeginsAt <= now))
            return false;
        if (topic is not null)
            instance.RemoveTopic(topic);
        return true;
    }

    private static void WriteRemaining(Utf8JsonWriter json, KafkaInstance instance)
    {
        json.WriteNumber("remain_partitions", TopicRules.RemainingPartitions(instance));
        json.WriteNumber("max_partitions", instance.PartitionLimit);
    }
}

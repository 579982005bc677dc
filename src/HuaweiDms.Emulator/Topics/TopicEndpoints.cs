using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>Topics: 5.5.3 and its v1.0 form 7.1.1.8.</summary>
internal static class TopicEndpoints
{
    private const string Path = "/v2/{project_id}/instances/{instance_id}/topics";
    private const int DefaultPage = 10;

    /// <summary>The reference says 50, but the service is known to answer 200.</summary>
    private const int LargestPage = 200;

    public static IEnumerable<Route> Routes =>
    [
        new("GET", Path, "ListInstanceTopics", "5.5.3", List),
        new("GET", "/v1.0/{project_id}/instances/{instance_id}/topics", "ListInstanceTopicsV1", "7.1.1.8", ListV1),
    ];

    private static ResponseMessage List(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        int offset = context.QueryNumber("offset") ?? 0;
        int limit = context.QueryNumber("limit", 1, LargestPage) ?? DefaultPage;
        return ResponseMessage.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("total", instance.Topics.Count);
            json.WriteNumber("size", 0);
            json.WriteStartArray("topics");
            foreach (KafkaTopic topic in instance.Topics.Skip(offset).Take(limit))
                TopicWriter.Write(json, topic);
            json.WriteEndArray();
            WriteRoom(json, instance);
            json.WriteNumber("topic_max_partitions", TopicRules.MostPartitions);
            json.WriteEndObject();
        });
    }

    /// <summary>All of them; counted under the name of the example.</summary>
    private static ResponseMessage ListV1(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        return ResponseMessage.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("count", instance.Topics.Count);
            json.WriteStartArray("topics");
            foreach (KafkaTopic topic in instance.Topics)
                TopicWriter.WriteV1(json, topic);
            json.WriteEndArray();
            WriteRoom(json, instance);
            json.WriteEndObject();
        });
    }

    private static void WriteRoom(Utf8JsonWriter json, KafkaInstance instance)
    {
        json.WriteNumber("remain_partitions", TopicRules.RemainingPartitions(instance));
        json.WriteNumber("max_partitions", instance.PartitionLimit);
    }
}

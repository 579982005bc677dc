using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>Partitions of topics: 5.5.6.</summary>
internal static class PartitionEndpoints
{
    private const int DefaultPage = 10;

    public static IEnumerable<Route> Routes =>
    [
        new("GET", "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/partitions", "ListTopicPartitions", "5.5.6", List),
    ];

    private static ResponseMessage List(RequestContext context)
    {
        KafkaTopic topic = TopicRules.Find(context, TopicRules.FindInstance(context));
        int offset = context.QueryNumber("offset") ?? 0;
        int limit = context.QueryNumber("limit", 1) ?? DefaultPage;
        return ResponseMessage.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("total", topic.Partitions.Count);
            json.WriteStartArray("partitions");
            foreach (TopicPartition partition in topic.Partitions.Skip(offset).Take(limit))
            {
                json.WriteStartObject();
                json.WriteNumber("partition", partition.Number);
                json.WriteNumber("start_offset", partition.StartOffset);
                json.WriteNumber("last_offset", partition.EndOffset);
                json.WriteNumber("message_count", partition.Messages.Count);
                json.WriteNumber("last_update_time", partition.LastAppend?.ToUnixTimeMilliseconds() ?? 0);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}

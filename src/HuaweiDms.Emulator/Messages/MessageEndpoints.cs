using System.Globalization;
using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Topics;

namespace HuaweiDms.Emulator.Messages;

/// <summary>Sending, querying and deleting messages: 5.5.1 and 5.8.</summary>
internal static class MessageEndpoints
{
    private const int MaxKeywordLength = 50;
    private const string DeletePath = "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/messages";

    public static IEnumerable<Route> Routes =>
    [
        new("POST", "/v2/{project_id}/instances/{instance_id}/messages/action", "SendKafkaMessage", "5.5.1", Send),
        new("GET", "/v2/{project_id}/instances/{instance_id}/messages", "ShowInstanceMessages", "5.8.1", Query),
        new("GET", "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/message",
            "ShowPartitionMessage", "5.8.2", ShowOne),
        new("GET", "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/messages", "ShowMessages", "5.8.3", ListByTime),
        new("GET", "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/beginning-message",
            "ShowPartitionBeginningMessage", "5.8.4", context => ShowPosition(context, isEnd: false)),
        new("GET", "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/end-message",
            "ShowPartitionEndMessage", "5.8.5", context => ShowPosition(context, isEnd: true)),
        new("DELETE", DeletePath, "DeleteKafkaTopicMessages", "5.8.6", Delete),
    ];

    /// <summary>The path of the deletion in newer SDKs.</summary>
    public static IEnumerable<Route> NewerRoutes =>
    [
        new("POST", "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/messages/delete", "DeleteKafkaTopicMessages", "SDK", Delete),
    ];

    /// <summary>Always responds with an empty list of properties, as in the example.</summary>
    private static ResponseMessage Send(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindRunning(context);
        if (context.Query("action_id") != "send")
            throw ServiceErrors.InvalidParameter();
        JsonFields body = context.Body();
        MessageProducer.Produce(instance, body, context.Now);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString("topic", body.Text("topic"));
            json.WriteString("body", body.Text("body"));
            json.WriteStartArray("property_list");
            json.WriteEndArray();
        });
    }

    /// <summary>With both times, searches messages and ignores partition and offset. Otherwise, reads the message at an offset.</summary>
    private static ResponseMessage Query(RequestContext context)
    {
        KafkaTopic topic = FindTopic(TopicRules.FindInstance(context), context.Query("topic"));
        string keyword = context.Query("keyword") ?? string.Empty;
        int limit = context.QueryNumber("limit", 1) ?? Page.DefaultSize;
        bool isWhole = context.QueryFlag("download") ?? false, isAscending = context.QueryFlag("asc") ?? false;
        if (keyword.Length > MaxKeywordLength)
            throw ServiceErrors.InvalidParameter();
        if (Time(context.Query("start_time")) is not { } start || Time(context.Query("end_time")) is not { } end)
        {
            TopicPartition partition = FindPartition(topic, context.Query("partition"));
            return ToResponse(At(topic, partition, Number(context.Query("message_offset")) ?? throw ServiceErrors.InvalidParameter()), 1, limit, (json, found)
                => MessageWriter.Write(json, found, hasContent: true, isWhole, hasKeyword: false));
        }
        List<FoundMessage> sorted = MessageSearch.Sort(MessageSearch.Between(topic, topic.Partitions, start, end), isAscending);
        List<FoundMessage> found = keyword.Length > 0
            ? MessageSearch.WithKeyword(sorted, keyword)
            : [.. sorted.Take(MessageSearch.MaxForAllPartitions)];
        // A search with a keyword has a single page.
        long skipped = keyword.Length > 0 ? 0 : (long)(context.QueryNumber("offset") ?? 0) * limit;
        IEnumerable<FoundMessage> page = found.Skip((int)Math.Min(skipped, int.MaxValue)).Take(keyword.Length > 0 ? MessageSearch.MaxWithKeyword : limit);
        return ToResponse(page, found.Count, limit, (json, message)
            => MessageWriter.Write(json, message, hasContent: false, isWhole: false, hasKeyword: keyword.Length > 0));
    }

    private static ResponseMessage ShowOne(RequestContext context)
    {
        KafkaTopic topic = TopicRules.Find(context, TopicRules.FindInstance(context));
        TopicPartition partition = FindPartition(topic, context["partition"]);
        IEnumerable<FoundMessage> found = At(topic, partition, Number(context.Query("message_offset")) ?? throw ServiceErrors.InvalidParameter());
        return ResponseMessage.Object(
            200, json => json.WriteObjects("message", found, message => MessageWriter.WriteShort(json, message, hasContent: true)));
    }

    /// <summary>
    /// Lists the oldest first; the reference does not specify an order. The offset in the query counts records from 0; the one in
    /// the response counts pages from 1.
    /// </summary>
    private static ResponseMessage ListByTime(RequestContext context)
    {
        KafkaTopic topic = TopicRules.Find(context, TopicRules.FindInstance(context));
        DateTimeOffset start = Time(context.Query("start_time")) ?? DateTimeOffset.MinValue;
        DateTimeOffset end = Time(context.Query("end_time")) ?? context.Now;
        int limit = context.QueryNumber("limit", 1) ?? Page.DefaultSize;
        int offset = context.QueryNumber("offset") ?? 0;
        string partition = context.Query("partition") ?? string.Empty;
        IEnumerable<TopicPartition> partitions = partition is "" or "-1" ? topic.Partitions : [FindPartition(topic, partition)];
        List<FoundMessage> found = MessageSearch.Sort(MessageSearch.Between(topic, partitions, start, end), isAscending: true);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects(
                "messages", found.Skip(offset).Take(limit), message => MessageWriter.WriteShort(json, message, hasContent: false));
            json.WriteNumber("messages_count", found.Count);
            json.WriteNumber("offsets_count", ((long)found.Count + limit - 1) / limit);
            json.WriteNumber("offset", (offset / limit) + 1);
        });
    }

    /// <summary>For an empty partition, returns the offset of the next message and no time; the reference does not specify this.</summary>
    private static ResponseMessage ShowPosition(RequestContext context, bool isEnd)
    {
        KafkaTopic topic = TopicRules.Find(context, TopicRules.FindInstance(context));
        TopicPartition partition = FindPartition(topic, context["partition"]);
        bool isEmpty = partition.Messages.Count == 0;
        long offset = isEnd && !isEmpty ? partition.EndOffset - 1 : partition.StartOffset;
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString("topic", topic.Name);
            json.WriteNumber("partition", partition.Number);
            json.WriteNumber("offset", offset);
            json.WriteNumber("timestamp", partition.At(offset)?.Time.ToUnixTimeMilliseconds() ?? 0);
        });
    }

    /// <summary>Deletes per partition: a partition that fails does not affect the others.</summary>
    private static ResponseMessage Delete(RequestContext context)
    {
        KafkaTopic topic = TopicRules.Find(context, TopicRules.FindRunning(context));
        List<(int Partition, int Code)> outcomes = MessageDeletion.Read(context.Body())
            .ConvertAll(wanted => (wanted.Partition, MessageDeletion.Apply(topic, wanted.Partition, wanted.Offset)));
        return ResponseMessage.Object(200, json => json.WriteObjects("partitions", outcomes, outcome =>
        {
            json.WriteNumber("partition", outcome.Partition);
            json.WriteString("result", outcome.Code == MessageDeletion.Done ? "success" : "failed");
            json.WriteNumber("error_code", outcome.Code);
        }));
    }

    private static ResponseMessage ToResponse(IEnumerable<FoundMessage> page, int total, int limit, Action<Utf8JsonWriter, FoundMessage> write)
        => ResponseMessage.Object(200, json =>
        {
            List<FoundMessage> messages = [.. page];
            json.WriteObjects("messages", messages, message => write(json, message));
            json.WriteNumber("total", Math.Max(messages.Count, total));
            json.WriteNumber("size", limit);
        });

    /// <summary>Returns nothing if the log has no message at that offset; the reference does not specify this.</summary>
    private static IEnumerable<FoundMessage> At(KafkaTopic topic, TopicPartition partition, long offset)
        => partition.At(offset) is { } message ? [new FoundMessage(topic, partition.Number, offset, message)] : [];

    private static KafkaTopic FindTopic(KafkaInstance instance, string? name)
        => name is { Length: > 0 } ? instance.FindTopic(name) ?? throw ServiceErrors.NoSuchTopic() : throw ServiceErrors.InvalidParameter();

    /// <summary>Finds a partition and requires that it has a leader.</summary>
    private static TopicPartition FindPartition(KafkaTopic topic, string? number)
    {
        TopicPartition found = Number(number) is <= int.MaxValue and { } partition ? topic.FindPartition((int)partition) ?? throw ServiceErrors.InvalidParameter() : throw ServiceErrors.InvalidParameter();
        return found.HasLeader ? found : throw ServiceErrors.NoLeader(topic.Name, found.Number);
    }

    private static DateTimeOffset? Time(string? text)
        => Number(text) is { } milliseconds ? ServiceTime.FromUnixMilliseconds(milliseconds) : null;

    private static long? Number(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw ServiceErrors.InvalidParameter();
    }
}

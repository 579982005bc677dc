using System.Text.Json.Nodes;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Makes one answer of fields that were made each by itself.</summary>
internal static class Agreement
{
    /// <summary>How many objects a list has.</summary>
    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal)
    {
        "total", "count", "instance_num", "total_number", "total_num", "task_count", "messages_count", "offsets_count",
    };

    private static readonly HashSet<string> OfRedis = new(StringComparer.Ordinal)
    {
        "redis_address", "redis_type", "dcs_instance_id", "sync_mode", "full_sync_wait_ms", "full_sync_max_retry", "ratelimit", "target_db",
    };

    /// <summary>Two names for one thing.</summary>
    private static readonly (string, string)[] Twins =
    [
        ("public_bandwidth", "public_boundwidth"), ("connect_address", "connect_addresses"), ("region_id", "regionId"), ("deliver_time_interval", "deliver_time_interva"), ("message_offset", "offset"),
    ];

    /// <summary>Which settings a kind of source or sink has; of the others there is none.</summary>
    private static readonly (string Kind, string Settings, string Other, string Redis)[] Kinds =
    [
        ("source_type", "source_task", "KAFKA_REPLICATOR_SOURCE", "REDIS_REPLICATOR_SOURCE"),
        ("sink_type", "sink_task", "OBS_SINK", "REDIS_REPLICATOR_SINK"),
    ];

    /// <summary>An answer whose fields belong together, and that is one to what was asked.</summary>
    public static JsonNode? Of(string operation, SentRequest request, JsonNode? answer)
    {
        Agree(answer);
        if (answer is not JsonObject fields)
            return answer;
        if (ListIn(answer) is (_, var list))
        {
            Answer(operation, request, list);
            foreach (var total in fields.Select(field => field.Key).Where(Totals.Contains).ToList())
            {
                fields[total] = list.Count;
            }
        }

        return answer;
    }

    /// <summary>The list of an answer.</summary>
    public static (string Name, JsonArray List)? ListIn(JsonNode? answer)
        => answer is JsonObject fields
            && fields.FirstOrDefault(field => field.Value is JsonArray && !field.Key.StartsWith(SchemaValues.Newer, StringComparison.Ordinal)) is { Value: JsonArray list } found
            ? (found.Key, list)
            : null;

    /// <summary>Of two names for one thing both say the same, and there is nothing of a kind of source that it is not.</summary>
    private static void Agree(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Agree(item);
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var (one, other) in Twins)
            {
                if (fields.ContainsKey(one) && fields.ContainsKey(other))
                    fields[other] = fields[one]?.DeepClone();
            }

            foreach (var (kind, settings, other, redis) in Kinds)
            {
                if (fields[settings] is not JsonObject given)
                    continue;
                var told = fields[kind]?.GetValue<string>();
                if (told == other || told == redis)
                    Remove(given, name => OfRedis.Contains(name) != (told == redis));
                else
                    fields[settings] = null;
            }

            if (fields["replicas"] is JsonArray { Count: 0 } replicas)
                replicas.Add(new JsonObject { ["broker"] = 1 });

            // A quota is for somebody: of no two it is all the same.
            if (fields.ContainsKey("user-default") && fields.ContainsKey("client-default"))
                fields["client-default"] = false;

            // The group, or its fields beside it.
            if (fields["group"] is JsonObject && fields.ContainsKey("group_id"))
                Remove(fields, name => name != "group");
            foreach (var field in fields.ToList())
            {
                Agree(field.Value);
            }
        }
    }

    private static void Remove(JsonObject fields, Func<string, bool> isUnwanted)
    {
        foreach (var name in fields.Select(field => field.Key).Where(isUnwanted).ToList())
        {
            fields.Remove(name);
        }
    }

    /// <summary>A service answers what it is asked: of each thing that was named, in the order of naming.</summary>
    private static void Answer(string operation, SentRequest request, JsonArray list)
    {
        var (id, named) = Asked(operation, request);
        if (id is null)
            return;
        JsonNode[] asked = [.. named.DistinctBy(name => name.ToJsonString())];
        if (list.Count == 0 && asked.Length == 1)
            list.Add(new JsonObject());
        while (list.Count > asked.Length)
        {
            list.RemoveAt(list.Count - 1);
        }

        foreach (var (item, name) in list.Zip(asked))
        {
            item![id] = name;
        }
    }

    /// <summary>What was named in a request, and in which field the answer names it.</summary>
    private static (string? Id, IEnumerable<JsonNode> Named) Asked(string operation, SentRequest request)
    {
        return operation switch
        {
            "BatchRestartOrDeleteInstances" or "BatchRestartOrDeleteInstancesV1" or "RestartOrFlushInstances" => ("instance", Items("instances")),
            "BatchDeleteInstanceTopic" or "BatchDeleteInstanceTopicV1" => ("id", Items("topics")),
            "BatchDeleteGroup" => ("group_id", Items("group_ids")),
            "BatchDeleteMessageDiagnosisReports" => ("id", Items("report_id_list")),
            "DeleteKafkaTopicMessages" => ("partition", Items("partitions").Select(item => item["partition"]!.DeepClone())),
            "UpdateInstanceCrossVpcIp" => ("ip", JsonNode.Parse(request.Body)!["advertised_ip_contents"]!.AsObject().Select(pair => (JsonNode)JsonValue.Create(pair.Key))),
            "ShowBackgroundTask" => ("id", [JsonValue.Create(request.Address.Segments[^1])]),
            "ShowPartitionMessage" => ("message_offset", [JsonNode.Parse(request.Query["message_offset"])!]),
            _ => (null, []),
        };

        // Of some batches a request names none, and means all.
        IEnumerable<JsonNode> Items(string field) => JsonNode.Parse(request.Body)![field]?.AsArray().Select(item => item!.DeepClone()) ?? [];
    }
}

using System.Text.Json.Nodes;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Makes fields that were generated independently consistent.</summary>
internal static class ResponseConsistency
{
    /// <summary>The fields that hold the length of a list.</summary>
    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal)
    {
        "total", "count", "instance_num", "total_number", "total_num", "task_count", "messages_count", "offsets_count",
    };

    private static readonly HashSet<string> OfRedis = new(StringComparer.Ordinal)
    {
        "redis_address", "redis_type", "dcs_instance_id", "sync_mode", "full_sync_wait_ms", "full_sync_max_retry", "ratelimit", "target_db",
    };

    /// <summary>Pairs of names for the same value.</summary>
    private static readonly (string, string)[] Twins =
    [
        ("public_bandwidth", "public_boundwidth"), ("connect_address", "connect_addresses"), ("region_id", "regionId"), ("deliver_time_interval", "deliver_time_interva"), ("message_offset", "offset"),
    ];

    /// <summary>The settings of each kind of source or sink; a task has only those of its kind.</summary>
    private static readonly (string Kind, string Settings, string Other, string Redis)[] Kinds =
    [
        ("source_type", "source_task", "KAFKA_REPLICATOR_SOURCE", "REDIS_REPLICATOR_SOURCE"),
        ("sink_type", "sink_task", "OBS_SINK", "REDIS_REPLICATOR_SINK"),
    ];

    /// <summary>Returns a response whose fields are consistent and match the request.</summary>
    public static JsonNode? Of(string operation, SentRequest request, JsonNode? response)
    {
        Agree(response);
        if (response is not JsonObject fields)
            return response;
        if (ListIn(response) is (_, var list))
        {
            Response(operation, request, list);
            foreach (string total in fields.Select(field => field.Key).Where(Totals.Contains).ToList())
                fields[total] = list.Count;
        }
        return response;
    }

    /// <summary>Returns the list in a response.</summary>
    public static (string Name, JsonArray List)? ListIn(JsonNode? response)
        => response is JsonObject fields
            && fields.FirstOrDefault(field => field.Value is JsonArray && !field.Key.StartsWith(SchemaValues.Newer, StringComparison.Ordinal)) is { Value: JsonArray list } found
            ? (found.Key, list)
            : null;

    /// <summary>Gives fields with two names the same value, and removes settings of other kinds of source.</summary>
    private static void Agree(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
                Agree(item);
        }
        else if (node is JsonObject fields)
        {
            AgreeOnTwins(fields);
            AgreeOnKinds(fields);
            if (fields["replicas"] is JsonArray { Count: 0 } replicas)
                replicas.Add(new JsonObject { ["broker"] = 1 });

            // A quota must apply to somebody.
            if (fields.ContainsKey("user-default") && fields.ContainsKey("client-default"))
                fields["client-default"] = false;

            // The group, or its fields next to it.
            if (fields["group"] is JsonObject && fields.ContainsKey("group_id"))
                Remove(fields, name => name != "group");
            foreach (KeyValuePair<string, JsonNode?> field in fields.ToList())
                Agree(field.Value);
        }
    }

    private static void AgreeOnTwins(JsonObject fields)
    {
        foreach ((string one, string other) in Twins)
        {
            if (fields.ContainsKey(one) && fields.ContainsKey(other))
                fields[other] = fields[one]?.DeepClone();
        }
    }

    private static void AgreeOnKinds(JsonObject fields)
    {
        foreach ((string kind, string settings, string other, string redis) in Kinds)
        {
            if (fields[settings] is not JsonObject given)
                continue;
            string? type = fields[kind]?.GetValue<string>();
            if (type == other || type == redis)
                Remove(given, name => OfRedis.Contains(name) != (type == redis));
            else
                fields[settings] = null;
        }
    }

    private static void Remove(JsonObject fields, Func<string, bool> isUnwanted)
    {
        foreach (string name in fields.Select(field => field.Key).Where(isUnwanted).ToList())
            fields.Remove(name);
    }

    /// <summary>Makes a response contain one result per requested item, in the order of the request.</summary>
    private static void Response(string operation, SentRequest request, JsonArray list)
    {
        (string? id, IEnumerable<JsonNode> named) = Asked(operation, request);
        if (id is null)
            return;
        JsonNode[] asked = [.. named.DistinctBy(name => name.ToJsonString())];
        if (list.Count == 0 && asked.Length == 1)
            list.Add(new JsonObject());
        while (list.Count > asked.Length)
            list.RemoveAt(list.Count - 1);
        foreach ((JsonNode? item, JsonNode? name) in list.Zip(asked))
            item![id] = name;
    }

    /// <summary>Returns the items named in a request, and the field that names them in the response.</summary>
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

        // Some batch requests name no items and apply to all.
        IEnumerable<JsonNode> Items(string field) => JsonNode.Parse(request.Body)![field]?.AsArray().Select(item => item!.DeepClone()) ?? [];
    }
}

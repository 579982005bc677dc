using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>The parts of the contract that are described only in words: texts that are times, sizes, names or documents.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Noise, not secrets.")]
internal static class FieldFormats
{
    private static readonly HashSet<string> Moments = new(StringComparer.Ordinal)
    {
        "created_at", "updated_at", "createdAt", "created_time", "create_time", "register_time", "last_update_time", "last_update_timestamp", "join_time", "timestamp",
    };

    private static readonly HashSet<string> IsoMoments = new(StringComparer.Ordinal)
    {
        "BackgroundTask.created_at", "BackgroundTask.updated_at", "KafkaMessageDiagnosisReportInfoEntity.begin_time", "KafkaMessageDiagnosisReportInfoEntity.end_time",
    };

    private static readonly HashSet<string> Sizes = new(StringComparer.Ordinal) { "data_disk_size", "data_disk_use", "data_disk_free", "DiskusageTopicEntity.size" };

    private static readonly string[] Modes = ["private_plain_enable", "private_sasl_ssl_enable", "public_sasl_plaintext_enable"];

    /// <summary>Fields without which there is nothing to read.</summary>
    private static readonly HashSet<string> Essential = new(StringComparer.Ordinal)
    {
        "id", "name", "instance_id", "instance", "group_id", "task_id", "job_id", "report_id", "topic", "product_id", "offset", "partition", "ip", "user_name", "user", "client", "member_id", "message_offset",

        // The requested list.
        "instances", "topics", "groups", "members", "tasks", "users", "tags", "quotas", "policies", "messages", "producers", "partitions", "results", "kafka_configs", "products",
        "coordinators", "broker_list", "report_list", "maintain_windows", "available_zones", "projects", "group_message_offsets", "cluster", "group", "message", "replicas", "reassignment_time",
    };

    /// <summary>Values used in paths, and values that identify objects.</summary>
    private static readonly HashSet<string> Ids = new(StringComparer.Ordinal)
    {
        "id", "instance_id", "instance", "group_id", "task_id", "job_id", "report_id", "product_id", "topic", "topic_name", "connector_id", "order_id", "member_id", "arch_type", "user", "client",
    };

    /// <summary>Fields with the same name that hold numbers.</summary>
    private static readonly HashSet<string> Numbered = new(StringComparer.Ordinal) { "ShowCoordinatorsRespCoordinators.id", "KafkaMessageDiagnosisConclusionEntity.id" };

    /// <summary>Fields whose negative values mean none.</summary>
    private static readonly HashSet<string> NotNegative = new(StringComparer.Ordinal)
    {
        "offset", "message_offset", "message_current_offset", "partition", "topic_partition", "partition_id", "broker_num", "node_num", "remain_time", "full_sync_wait_ms", "reassignment_time",
    };

    /// <summary>Returns a value for a field that the schema does not fully describe.</summary>
    public static JsonNode? ValueOf(SchemaField field, Random random)
    {
        string whole = field.ToString();
        if ((Ids.Contains(field.Name) && !Numbered.Contains(whole)) || whole == "TopicEntity.name")
            return Word(random);
        if (NotNegative.Contains(field.Name))
            return random.Next();
        if (IsoMoments.Contains(whole))
            return Moment(random).ToString(random.Next(2) == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        if (Moments.Contains(field.Name))
            return Milliseconds(field, random);
        if (Sizes.Contains(field.Name) || Sizes.Contains(whole))
            return string.Create(CultureInfo.InvariantCulture, $"{random.Next(0, 4000) / 10m}{"BKMGT"[random.Next(1, 5)]}");
        return field.Name switch
        {
            "maintain_begin" or "maintain_end" => TimeSpan.FromHours(random.Next(24)).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
            "begin" or "end" => TimeSpan.FromHours(random.Next(24)).ToString(random.Next(2) == 0 ? "hh" : @"hh\:mm\:ss", CultureInfo.InvariantCulture),
            "data_disk_use_percentage" => (random.Next(1001) / 10m).ToString(CultureInfo.InvariantCulture),
            "cross_vpc_info" => Folded(CrossVpc(random), random),
            "topics_mapping" => string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(number => $"from{number}:to-{random.Next()}")),
            "host" => $"10.0.{random.Next(256)}.{random.Next(256)}",
            "next" => $"https://iam.test/v3/projects?page={random.Next(2, 9)}{(random.Next(2) == 0 ? "&" : "")}",
            "protocol" => Modes[random.Next(Modes.Length)],
            "result" when field.Owner == "PartitionResp" => random.Next(2) == 0 ? "success" : "failed",
            // Partitions have numbers as names.
            "name" when field.Owner == "ShowCeshierarchyRespName" => random.Next(2000).ToString(CultureInfo.InvariantCulture),
            "token" => new JsonObject { ["expires_at"] = Moment(random).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture) },
            _ => null,
        };
    }

    /// <summary>Returns whether a response always contains a field that the contract marks as optional.</summary>
    public static bool IsAlwaysPresent(SchemaField field) => Essential.Contains(field.Name) || (field.Owner == "PortProtocolsEntity" && field.Name.EndsWith("_enable", StringComparison.Ordinal));

    private static string Word(Random random) => "w-" + random.Next().ToString("x8", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(Random random)
        => random.Next(8) switch
        {
            0 => DateTimeOffset.UnixEpoch.AddSeconds(1),
            1 => new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
            _ => DateTimeOffset.UnixEpoch.AddSeconds(random.Next()),
        };

    private static JsonValue Milliseconds(SchemaField field, Random random)
    {
        long time = Moment(random).ToUnixTimeMilliseconds() + random.Next(1000);
        bool isText = field.Owner.StartsWith("ShowInstanceResp", StringComparison.Ordinal) || (field.ToString() == "TopicEntity.created_at" && random.Next(2) == 0);
        return isText ? JsonValue.Create(time.ToString(CultureInfo.InvariantCulture)) : JsonValue.Create(time);
    }

    private static JsonObject CrossVpc(Random random)
    {
        JsonObject made = [];
        for (int count = random.Next(4); count > 0; count--)
        {
            int port = random.Next(65536);
            made[$"192.168.0.{count}"] = new JsonObject
            {
                ["advertised_ip"] = $"10.0.0.{random.Next(256)}",
                ["port"] = random.Next(2) == 0 ? port : port.ToString(CultureInfo.InvariantCulture),
                ["port_id"] = $"port-{random.Next()}",
            };
        }
        return made;
    }

    /// <summary>Returns an object, or a document inside a text.</summary>
    private static JsonNode Folded(JsonNode node, Random random) => random.Next(2) == 0 ? node : node.ToJsonString();
}

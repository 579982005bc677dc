using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>The peer of a task that copies between Kafka instances (5.3.3). Its password is validated but not stored.</summary>
internal sealed class KafkaSource
{
    public const string Kind = "KAFKA_REPLICATOR_SOURCE";

    public string CurrentClusterName { get; set; } = string.Empty;

    public string ClusterName { get; set; } = string.Empty;

    public string Direction { get; set; } = string.Empty;

    public string PeerId { get; set; } = string.Empty;

    public string BootstrapServers { get; set; } = string.Empty;

    public string SecurityProtocol { get; set; } = "PLAINTEXT";

    public string SaslMechanism { get; set; } = "PLAIN";

    public string UserName { get; set; } = string.Empty;

    public string ConsumerStrategy { get; set; } = "latest";

    public string CompressionType { get; set; } = "none";

    public bool SyncsConsumerOffsets { get; set; }

    public bool RenamesTopics { get; set; }

    public bool AddsProvenanceHeader { get; set; }

    public int TaskCount { get; set; } = 2;

    public int ReplicationFactor { get; set; } = 3;

    /// <summary>As sent: source:target pairs, separated by commas.</summary>
    public string TopicsMapping { get; set; } = string.Empty;

    /// <summary>The source topics of the mapping.</summary>
    [JsonIgnore]
    public IEnumerable<string> MappedTopics
        => TopicsMapping.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':')[0]);

    public static KafkaSource Read(JsonFields fields, KafkaInstance instance, ProjectState project)
    {
        KafkaSource side = new()
        {
            CurrentClusterName = fields.Text("current_cluster_name") ?? string.Empty,
            ClusterName = fields.Text("cluster_name") ?? string.Empty,
            Direction = TaskFieldRules.RequiredOneOf(fields, "direction", "pull", "push", "two-way"),
            ConsumerStrategy = TaskFieldRules.OneOf(fields, "consumer_strategy", "latest", "latest", "earliest"),
            CompressionType = TaskFieldRules.OneOf(fields, "compression_type", "none", "none", "gzip", "snappy", "lz4", "zstd"),
            SyncsConsumerOffsets = fields.Flag("sync_consumer_offsets_enabled") ?? false,
            RenamesTopics = fields.Flag("rename_topic_enabled") ?? false,
            AddsProvenanceHeader = fields.Flag("provenance_header_enabled") ?? false,
            TaskCount = TaskFieldRules.Number(fields, "task_num", defaultValue: 2, min: 1),
            TopicsMapping = Mapping(fields),
        };
        if (side.RenamesTopics && side.TopicsMapping.Length > 0)
            throw ServiceErrors.InvalidSmartConnectConfig("rename_topic_enabled and topics_mapping exclude each other.");
        side.ReadPeer(fields, instance, project);
        side.ReadLogin(fields);
        return side;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("current_cluster_name", CurrentClusterName);
        json.WriteString("cluster_name", ClusterName);
        json.WriteString("direction", Direction);
        json.WriteString("bootstrap_servers", BootstrapServers);
        json.WriteString("instance_id", PeerId);
        json.WriteString("consumer_strategy", ConsumerStrategy);
        json.WriteBoolean("sync_consumer_offsets_enabled", SyncsConsumerOffsets);
        json.WriteBoolean("rename_topic_enabled", RenamesTopics);
        json.WriteBoolean("provenance_header_enabled", AddsProvenanceHeader);
        json.WriteString("security_protocol", SecurityProtocol);
        json.WriteString("sasl_mechanism", SaslMechanism);
        json.WriteString("user_name", UserName);
        json.WriteString("topics_mapping", TopicsMapping);
        json.WriteString("compression_type", CompressionType);
        json.WriteNumber("task_num", TaskCount);
        json.WriteNumber("replication_factor", ReplicationFactor);
    }

    /// <summary>The bootstrap servers of an instance, as shown in a task.</summary>
    public static string ServersOf(KafkaInstance peer)
        => string.Join(",", peer.PrivateAddresses.Select(address => FormattableString.Invariant($"{address}:{peer.AccessModes.PrivatePort}")));

    /// <summary>Reads the peer: an instance of the account, or addresses that cannot be checked.</summary>
    private void ReadPeer(JsonFields fields, KafkaInstance instance, ProjectState project)
    {
        string? id = fields.Text("instance_id") is { Length: > 0 } text ? text : null;
        string? servers = TaskFieldRules.Addresses(fields, "bootstrap_servers");
        if (id is null == servers is null)
            throw ServiceErrors.InvalidSmartConnectConfig("give one of instance_id and bootstrap_servers.");
        KafkaInstance? peer = id is null ? null : project.FindInstance(id);
        if (id is not null && (peer is null || peer == instance || peer.Status != InstanceStatus.Running))
            throw ServiceErrors.SmartConnectTaskNotVerified();
        PeerId = id ?? string.Empty;
        BootstrapServers = servers ?? ServersOf(peer!);
        int brokers = peer?.BrokerCount ?? int.MaxValue;
        ReplicationFactor = TaskFieldRules.Number(fields, "replication_factor", defaultValue: Math.Min(3, brokers), min: 1, brokers);
    }

    /// <summary>Reads the login. The reference's example sends a login without a protocol.</summary>
    private void ReadLogin(JsonFields fields)
    {
        bool hasLogin = !string.IsNullOrEmpty(fields.Text("user_name"));
        SecurityProtocol = TaskFieldRules.OneOf(fields, "security_protocol", hasLogin ? "SASL_SSL" : "PLAINTEXT", "SASL_SSL", "PLAINTEXT");
        if (SecurityProtocol == "PLAINTEXT")
            return;
        UserName = fields.RequiredText("user_name");
        _ = fields.RequiredText("password");
        SaslMechanism = TaskFieldRules.RequiredOneOf(fields, "sasl_mechanism", "PLAIN", "SCRAM-SHA-512");
    }

    private static string Mapping(JsonFields fields)
    {
        string mapping = fields.Text("topics_mapping") ?? string.Empty;
        return mapping.Length == 0 || mapping.Split(',').All(pair => IsPair(pair.Split(':')))
            ? mapping
            : throw ServiceErrors.InvalidField("topics_mapping");
    }

    private static bool IsPair(string[] topics) => topics.Length == 2 && topics[0].Length > 0 && topics[1].Length > 0;
}

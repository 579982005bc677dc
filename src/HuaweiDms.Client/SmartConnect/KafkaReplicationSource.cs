using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Another Kafka instance, the peer, to replicate from, to, or both (5.3.3). A null property is left to the service.</summary>
public sealed class KafkaReplicationSource : SmartConnectSource
{
    internal const string WireKind = "KAFKA_REPLICATOR_SOURCE";

    /// <summary>The alias of this instance in the task: 1 to 20 letters, digits, hyphens and underscores.</summary>
    [JsonPropertyName("current_cluster_name")]
    public string? CurrentClusterName { get; set; }

    /// <summary>The alias of the peer in the task: 1 to 20 letters, digits, hyphens and underscores.</summary>
    [JsonPropertyName("cluster_name")]
    public string? ClusterName { get; set; }

    /// <summary>The direction: <c>pull</c> replicates from the peer, <c>push</c> to the peer, <c>two-way</c> does both.</summary>
    [JsonPropertyName("direction")]
    public string? Direction { get; set; }

    /// <summary>The id of the peer, if it is an instance of this service; an alternative to <see cref="BootstrapServers"/>.</summary>
    [JsonPropertyName("instance_id")]
    public string? PeerInstanceId { get; set; }

    /// <summary>The addresses of the peer, each as <c>host:port</c>; an alternative to <see cref="PeerInstanceId"/>.</summary>
    [JsonPropertyName("bootstrap_servers")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? BootstrapServers { get; set; }

    /// <summary>The security protocol for the peer: <c>SASL_SSL</c> or <c>PLAINTEXT</c>.</summary>
    [JsonPropertyName("security_protocol")]
    public string? SecurityProtocol { get; set; }

    /// <summary>The SASL mechanism: <c>PLAIN</c> or <c>SCRAM-SHA-512</c>; for <c>SASL_SSL</c>.</summary>
    [JsonPropertyName("sasl_mechanism")]
    public string? SaslMechanism { get; set; }

    /// <summary>The user at the peer; for <c>SASL_SSL</c>.</summary>
    [JsonPropertyName("user_name")]
    public string? UserName { get; set; }

    /// <summary>Where replication starts: <c>latest</c> or <c>earliest</c>.</summary>
    [JsonPropertyName("consumer_strategy")]
    public string? ConsumerStrategy { get; set; }

    /// <summary>The compression of replicated messages: <c>none</c>, <c>gzip</c>, <c>snappy</c>, <c>lz4</c> or <c>zstd</c>.</summary>
    [JsonPropertyName("compression_type")]
    public string? CompressionType { get; set; }

    /// <summary>Whether to replicate committed offsets of consumer groups as well.</summary>
    [JsonPropertyName("sync_consumer_offsets_enabled")]
    public bool? SyncConsumerOffsets { get; set; }

    /// <summary>The number of replicas of topics that the task creates, at most the number of brokers of the target.</summary>
    [JsonPropertyName("replication_factor")]
    public int? ReplicationFactor { get; set; }

    /// <summary>The number of parallel replication tasks, 2 by default; doubled if the direction is <c>two-way</c>.</summary>
    [JsonPropertyName("task_num")]
    public int? TaskCount { get; set; }

    /// <summary>
    /// Whether to prefix the names of target topics with the alias of the source. Cannot be combined with <see cref="TopicMapping"/>.
    /// </summary>
    [JsonPropertyName("rename_topic_enabled")]
    public bool? RenameTopics { get; set; }

    /// <summary>Whether replicated messages have a header with their origin, which prevents loops with <c>two-way</c>.</summary>
    [JsonPropertyName("provenance_header_enabled")]
    public bool? AddProvenanceHeader { get; set; }

    /// <summary>The target topics, by source topic. Cannot be combined with <see cref="RenameTopics"/>.</summary>
    [JsonPropertyName("topics_mapping")]
    [JsonConverter(typeof(TopicMappingConverter))]
    public IDictionary<string, string>? TopicMapping { get; set; }

    [JsonInclude]
    [JsonPropertyName("password")]
    [JsonConverter(typeof(SecretConverter))]
    internal Secret? Password { get; set; }

    [JsonIgnore]
    internal override string? Kind => WireKind;

    /// <summary>Sets the user and the password for the peer. The service never returns the password.</summary>
    /// <param name="userName">The name of the user.</param>
    /// <param name="password">The password; it is wiped with the specification.</param>
    public void Authenticate(string userName, Secret password)
    {
        UserName = userName;
        Password = password;
    }

    /// <summary>Returns the direction and the peer.</summary>
    public override string ToString()
        => $"Kafka {Direction} {(string.IsNullOrEmpty(ClusterName) ? PeerInstanceId ?? BootstrapServers?.FirstOrDefault() : ClusterName)}";

    internal override void Wipe() => Password?.Dispose();
}

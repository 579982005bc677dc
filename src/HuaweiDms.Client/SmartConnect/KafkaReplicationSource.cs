using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Another Kafka instance, the peer, to copy from, to, or both (5.3.3). What is null is left to the service.</summary>
public sealed class KafkaReplicationSource : SmartConnectSource
{
    internal const string WireKind = "KAFKA_REPLICATOR_SOURCE";

    /// <summary>What this instance is called in the task: 1 to 20 letters, digits, hyphens, underscores.</summary>
    [JsonPropertyName("current_cluster_name")]
    public string? CurrentClusterName { get; set; }

    /// <summary>What the peer is called in the task: 1 to 20 letters, digits, hyphens, underscores.</summary>
    [JsonPropertyName("cluster_name")]
    public string? ClusterName { get; set; }

    /// <summary><c>pull</c> copies from the peer, <c>push</c> to it, <c>two-way</c> does both.</summary>
    [JsonPropertyName("direction")]
    public string? Direction { get; set; }

    /// <summary>The peer, where it is an instance of this service; this or <see cref="BootstrapServers"/>.</summary>
    [JsonPropertyName("instance_id")]
    public string? PeerInstanceId { get; set; }

    /// <summary>Where the peer is reached, each <c>host:port</c>; this or <see cref="PeerInstanceId"/>.</summary>
    [JsonPropertyName("bootstrap_servers")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? BootstrapServers { get; set; }

    /// <summary><c>SASL_SSL</c> or <c>PLAINTEXT</c>: how the peer is spoken to.</summary>
    [JsonPropertyName("security_protocol")]
    public string? SecurityProtocol { get; set; }

    /// <summary><c>PLAIN</c> or <c>SCRAM-SHA-512</c>; with <c>SASL_SSL</c>.</summary>
    [JsonPropertyName("sasl_mechanism")]
    public string? SaslMechanism { get; set; }

    /// <summary>The user at the peer; with <c>SASL_SSL</c>.</summary>
    [JsonPropertyName("user_name")]
    public string? UserName { get; set; }

    /// <summary>Where copying begins: <c>latest</c> or <c>earliest</c>.</summary>
    [JsonPropertyName("consumer_strategy")]
    public string? ConsumerStrategy { get; set; }

    /// <summary><c>none</c>, <c>gzip</c>, <c>snappy</c>, <c>lz4</c> or <c>zstd</c>: how copied messages are compressed.</summary>
    [JsonPropertyName("compression_type")]
    public string? CompressionType { get; set; }

    /// <summary>Whether what consumer groups have committed is copied, too.</summary>
    [JsonPropertyName("sync_consumer_offsets_enabled")]
    public bool? SyncConsumerOffsets { get; set; }

    /// <summary>The replicas of topics that the task creates; no more than the target has brokers.</summary>
    [JsonPropertyName("replication_factor")]
    public int? ReplicationFactor { get; set; }

    /// <summary>How many parts copy at once, 2 by default; twice as many where the direction is <c>two-way</c>.</summary>
    [JsonPropertyName("task_num")]
    public int? TaskCount { get; set; }

    /// <summary>Whether the source's name is put before the names of target topics. Not with <see cref="TopicMapping"/>.</summary>
    [JsonPropertyName("rename_topic_enabled")]
    public bool? RenameTopics { get; set; }

    /// <summary>Whether copied messages tell in a header where they come from; keeps <c>two-way</c> from copying in circles.</summary>
    [JsonPropertyName("provenance_header_enabled")]
    public bool? AddProvenanceHeader { get; set; }

    /// <summary>Target topics by source topic. Not with <see cref="RenameTopics"/>.</summary>
    [JsonPropertyName("topics_mapping")]
    [JsonConverter(typeof(TopicMappingConverter))]
    public IDictionary<string, string>? TopicMapping { get; set; }

    [JsonInclude]
    [JsonPropertyName("password")]
    [JsonConverter(typeof(SecretConverter))]
    internal Secret? Password { get; set; }

    [JsonIgnore]
    internal override string? Kind => WireKind;

    /// <summary>Sets user and password at the peer. The service never answers the password, so it cannot be read back.</summary>
    /// <param name="userName">The user.</param>
    /// <param name="password">The password; it is wiped with the specification.</param>
    public void Authenticate(string userName, Secret password) => (UserName, Password) = (userName, password);

    /// <summary>Direction and peer.</summary>
    public override string ToString()
        => $"Kafka {Direction} {(string.IsNullOrEmpty(ClusterName) ? PeerInstanceId ?? BootstrapServers?.FirstOrDefault() : ClusterName)}";

    internal override void Wipe() => Password?.Dispose();
}

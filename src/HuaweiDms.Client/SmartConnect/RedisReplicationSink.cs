using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A Redis instance to replicate to (5.3.3).</summary>
public sealed class RedisReplicationSink : SmartConnectSink
{
    internal const string WireKind = "REDIS_REPLICATOR_SINK";

    /// <summary>The addresses, each as <c>host:port</c>.</summary>
    [JsonPropertyName("redis_address")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? Addresses { get; set; }

    /// <summary>The type of the Redis instance, such as <c>standalone</c> or <c>cluster</c>.</summary>
    [JsonPropertyName("redis_type")]
    public string? RedisType { get; set; }

    /// <summary>The instance id, if it is an instance of Distributed Cache Service.</summary>
    [JsonPropertyName("dcs_instance_id")]
    public string? DcsInstanceId { get; set; }

    /// <summary>The database to write to; -1 for the database of the source. Read-only.</summary>
    [JsonInclude]
    [JsonPropertyName("target_db")]
    public int? TargetDatabase { get; internal set; }

    [JsonInclude]
    [JsonPropertyName("redis_password")]
    [JsonConverter(typeof(SecretConverter))]
    internal Secret? Password { get; set; }

    [JsonIgnore]
    internal override string? Kind => WireKind;

    /// <summary>Sets the password. The service never returns it.</summary>
    /// <param name="password">The password; it is wiped with the specification.</param>
    public void Authenticate(Secret password) => Password = password;

    /// <summary>Returns the first address.</summary>
    public override string ToString() => $"Redis {Addresses?.FirstOrDefault() ?? DcsInstanceId}";

    internal override void Wipe() => Password?.Dispose();
}

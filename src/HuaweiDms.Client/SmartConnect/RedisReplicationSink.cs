using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A Redis instance to copy to (5.3.3).</summary>
public sealed class RedisReplicationSink : SmartConnectSink
{
    internal const string WireKind = "REDIS_REPLICATOR_SINK";

    /// <summary>Where it is reached, each <c>host:port</c>.</summary>
    [JsonPropertyName("redis_address")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? Addresses { get; set; }

    /// <summary>How it is built, such as <c>standalone</c> or <c>cluster</c>.</summary>
    [JsonPropertyName("redis_type")]
    public string? RedisType { get; set; }

    /// <summary>Its id, where it is an instance of Distributed Cache Service.</summary>
    [JsonPropertyName("dcs_instance_id")]
    public string? DcsInstanceId { get; set; }

    /// <summary>The database that is written to; -1 for that of the source. Answered only.</summary>
    [JsonInclude]
    [JsonPropertyName("target_db")]
    public int? TargetDatabase { get; internal set; }

    [JsonInclude]
    [JsonPropertyName("redis_password")]
    [JsonConverter(typeof(SecretConverter))]
    internal Secret? Password { get; set; }

    [JsonIgnore]
    internal override string? Kind => WireKind;

    /// <summary>Sets the password. The service never answers it, so it cannot be read back.</summary>
    /// <param name="password">The password; it is wiped with the specification.</param>
    public void Authenticate(Secret password) => Password = password;

    /// <summary>Kind and first address.</summary>
    public override string ToString() => $"Redis {Addresses?.FirstOrDefault() ?? DcsInstanceId}";

    internal override void Wipe() => Password?.Dispose();
}

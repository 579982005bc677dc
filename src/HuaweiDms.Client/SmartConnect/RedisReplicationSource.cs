using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A Redis instance to replicate from (5.3.3). A null property is left to the service.</summary>
public sealed class RedisReplicationSource : SmartConnectSource
{
    internal const string WireKind = "REDIS_REPLICATOR_SOURCE";

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

    /// <summary>The mode: <c>RDB_ONLY</c> copies everything once, <c>CUSTOM_OFFSET</c> also replicates later changes.</summary>
    [JsonPropertyName("sync_mode")]
    public string? SyncMode { get; set; }

    /// <summary>The pause before the full copy is attempted again.</summary>
    [JsonIgnore]
    public TimeSpan? FullSyncWait { get; set; }

    /// <summary>The maximum number of times the full copy is attempted again.</summary>
    [JsonPropertyName("full_sync_max_retry")]
    public int? FullSyncRetryCount { get; set; }

    /// <summary>The maximum read rate in KB per second; -1 for unlimited.</summary>
    [JsonPropertyName("ratelimit")]
    public int? RateLimitKBps { get; set; }

    [JsonInclude]
    [JsonPropertyName("full_sync_wait_ms")]
    internal int? FullSyncWaitMilliseconds
    {
        get => (int?)FullSyncWait?.TotalMilliseconds;
        set => FullSyncWait = value is { } time ? TimeSpan.FromMilliseconds(time) : null;
    }

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

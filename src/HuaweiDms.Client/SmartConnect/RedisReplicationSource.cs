using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A Redis instance to copy from (5.3.3). What is null is left to the service.</summary>
public sealed class RedisReplicationSource : SmartConnectSource
{
    internal const string WireKind = "REDIS_REPLICATOR_SOURCE";

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

    /// <summary><c>RDB_ONLY</c> copies everything once, <c>CUSTOM_OFFSET</c> goes on with what changes.</summary>
    [JsonPropertyName("sync_mode")]
    public string? SyncMode { get; set; }

    /// <summary>The pause before another attempt to copy everything.</summary>
    [JsonIgnore]
    public TimeSpan? FullSyncWait { get; set; }

    /// <summary>The most further attempts to copy everything.</summary>
    [JsonPropertyName("full_sync_max_retry")]
    public int? FullSyncRetryCount { get; set; }

    /// <summary>The most that is read, in KB a second; -1 for as much as there is.</summary>
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

    /// <summary>Sets the password. The service never answers it, so it cannot be read back.</summary>
    /// <param name="password">The password; it is wiped with the specification.</param>
    public void Authenticate(Secret password) => Password = password;

    /// <summary>Kind and first address.</summary>
    public override string ToString() => $"Redis {Addresses?.FirstOrDefault() ?? DcsInstanceId}";

    internal override void Wipe() => Password?.Dispose();
}

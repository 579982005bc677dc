using System.Text.Json;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>
/// The Redis that a task copies from (5.3.3). Its password is not stored. DMS.00400875, for a source and sink of different types,
/// is not emulated: the reference does not say which pairs are invalid, and its own example pairs a cluster with a standalone
/// instance.
/// </summary>
internal sealed class RedisSource
{
    public const string Kind = "REDIS_REPLICATOR_SOURCE";

    public string Address { get; set; } = string.Empty;

    public string Type { get; set; } = string.Empty;

    public string? DcsInstanceId { get; set; }

    public string SyncMode { get; set; } = string.Empty;

    public int FullSyncWaitMs { get; set; }

    public int FullSyncMaxRetry { get; set; }

    /// <summary>In KB per second; -1 for no limit.</summary>
    public int RateLimit { get; set; } = -1;

    public static RedisSource Read(JsonFields fields)
    {
        // Not kept, but it must have the right type.
        _ = fields.Text("redis_password");
        int rate = TaskFieldRules.Number(fields, "ratelimit", defaultValue: -1, min: -1);
        return new()
        {
            Address = TaskFieldRules.Addresses(fields, "redis_address") ?? throw ServiceErrors.InvalidField("redis_address"),
            Type = fields.RequiredText("redis_type"),
            DcsInstanceId = fields.Text("dcs_instance_id"),
            SyncMode = TaskFieldRules.RequiredOneOf(fields, "sync_mode", "RDB_ONLY", "CUSTOM_OFFSET"),
            // The defaults are those of the reference's example.
            FullSyncWaitMs = TaskFieldRules.Number(fields, "full_sync_wait_ms", defaultValue: 13000, min: 0),
            FullSyncMaxRetry = TaskFieldRules.Number(fields, "full_sync_max_retry", defaultValue: 4, min: 0),
            RateLimit = rate != 0 ? rate : throw ServiceErrors.InvalidField("ratelimit"),
        };
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("redis_address", Address);
        json.WriteString("redis_type", Type);
        if (DcsInstanceId is not null)
            json.WriteString("dcs_instance_id", DcsInstanceId);
        json.WriteString("sync_mode", SyncMode);
        json.WriteNumber("full_sync_wait_ms", FullSyncWaitMs);
        json.WriteNumber("full_sync_max_retry", FullSyncMaxRetry);
        json.WriteNumber("ratelimit", RateLimit);
    }
}

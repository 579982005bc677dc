using System.Text.Json;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>The Redis that a task copies to (5.3.3). Its password is not stored.</summary>
internal sealed class RedisSink
{
    public const string Kind = "REDIS_REPLICATOR_SINK";

    public string Address { get; set; } = string.Empty;

    public string Type { get; set; } = string.Empty;

    public string? DcsInstanceId { get; set; }

    public static RedisSink Read(JsonFields fields)
    {
        // Not kept, but it must have the right type.
        _ = fields.Text("redis_password");
        return new()
        {
            Address = TaskFieldRules.Addresses(fields, "redis_address") ?? throw ServiceErrors.InvalidField("redis_address"),
            Type = fields.RequiredText("redis_type"),
            DcsInstanceId = fields.Text("dcs_instance_id"),
        };
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("redis_address", Address);
        json.WriteString("redis_type", Type);
        if (DcsInstanceId is not null)
            json.WriteString("dcs_instance_id", DcsInstanceId);
        json.WriteNumber("target_db", -1);
    }
}

using System.Text.Json;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>The OBS bucket that a task writes to (5.3.3, 7.2.4.3). Its keys are validated but not stored.</summary>
internal sealed class ObsSink
{
    public const string Kind = "OBS_SINK";

    private const int DefaultInterval = 300;
    private const int PartSize = 5242880;

    public string Bucket { get; set; } = string.Empty;

    public string Path { get; set; } = string.Empty;

    public string ConsumerStrategy { get; set; } = "latest";

    public string PartitionFormat { get; set; } = "yyyy/MM/dd/HH/mm";

    public string RecordDelimiter { get; set; } = @"\n";

    /// <summary>In seconds.</summary>
    public int Interval { get; set; } = DefaultInterval;

    public bool StoresKeys { get; set; }

    public static ObsSink Read(JsonFields fields)
    {
        _ = fields.RequiredText("access_key");
        _ = fields.RequiredText("secret_key");
        // The older section says "text"; its example has "TEXT".
        if (!string.Equals(fields.RequiredText("destination_file_type"), "TEXT", StringComparison.OrdinalIgnoreCase))
            throw ServiceErrors.InvalidField("destination_file_type");
        return new()
        {
            Bucket = fields.RequiredText("obs_bucket_name"),
            Path = fields.Text("obs_path") ?? string.Empty,
            ConsumerStrategy = TaskFieldRules.RequiredOneOf(fields, "consumer_strategy", "latest", "earliest"),
            PartitionFormat = TaskFieldRules.RequiredOneOf(
                fields, "partition_format", "yyyy", "yyyy/MM", "yyyy/MM/dd", "yyyy/MM/dd/HH", "yyyy/MM/dd/HH/mm"),
            RecordDelimiter = TaskFieldRules.OneOf(fields, "record_delimiter", @"\n", ",", ";", "|", @"\n", "\n", "NULL"),
            Interval = TaskFieldRules.Number(fields, "deliver_time_interval", DefaultInterval, min: 30, max: 900),
            StoresKeys = fields.Flag("store_keys") ?? false,
        };
    }

    /// <summary>Writes the fields that Smart Connect tasks and dump tasks share.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("consumer_strategy", ConsumerStrategy);
        json.WriteString("destination_file_type", "TEXT");
        json.WriteString("obs_bucket_name", Bucket);
        json.WriteString("obs_path", Path);
        json.WriteString("partition_format", PartitionFormat);
        json.WriteString("record_delimiter", RecordDelimiter);
        json.WriteNumber("deliver_time_interval", Interval);
        json.WriteNumber("obs_part_size", PartSize);
    }

    /// <summary>Writes the fields that only Smart Connect tasks have, with the values of the example (5.3.4).</summary>
    public void WriteConnectorFields(Utf8JsonWriter json)
    {
        json.WriteNumber("flush_size", 1_000_000);
        json.WriteString("timezone", "Asia/Chongqing");
        json.WriteString("schema_generator_class", "io.confluent.connect.storage.hive.schema.DefaultSchemaGenerator");
        json.WriteString("partitioner_class", "io.confluent.connect.storage.partitioner.TimeBasedPartitioner");
        json.WriteString("value_converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        json.WriteString("key_converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        json.WriteBoolean("store_keys", StoresKeys);
        json.WriteString("kv_delimiter", ":");
    }
}

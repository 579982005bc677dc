using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// A bucket of Object Storage Service to which messages are written as files (5.3.3; for dump tasks 7.2.4.3). A null property is left to
/// the service.
/// </summary>
public sealed class ObsSink : SmartConnectSink
{
    internal const string WireKind = "OBS_SINK";

    /// <summary>The name of the bucket.</summary>
    [JsonPropertyName("obs_bucket_name")]
    public string? BucketName { get; set; }

    /// <summary>The folder in the bucket; levels are separated by slashes.</summary>
    [JsonPropertyName("obs_path")]
    public string? Path { get; set; }

    /// <summary>Where reading starts: <c>latest</c> or <c>earliest</c>.</summary>
    [JsonPropertyName("consumer_strategy")]
    public string? ConsumerStrategy { get; set; }

    /// <summary>The type of the files, which is always <c>TEXT</c>.</summary>
    [JsonPropertyName("destination_file_type")]
    public string? FileType { get; set; }

    /// <summary>The interval at which files are written, 30 to 900 seconds; 5 minutes by default.</summary>
    [JsonIgnore]
    public TimeSpan? DeliverInterval { get; set; }

    /// <summary>The folders by time, from <c>yyyy</c> to <c>yyyy/MM/dd/HH/mm</c>; in GMT+8 by default.</summary>
    [JsonPropertyName("partition_format")]
    public string? PartitionFormat { get; set; }

    /// <summary>The separator between messages: <c>,</c>, <c>;</c>, <c>|</c>, <c>\n</c> (two characters) or <c>NULL</c>.</summary>
    [JsonPropertyName("record_delimiter")]
    public string? RecordDelimiter { get; set; }

    /// <summary>Whether to write keys as well.</summary>
    [JsonPropertyName("store_keys")]
    public bool? StoreKeys { get; set; }

    /// <summary>The size in bytes at which a file is uploaded. Read-only, like the following properties.</summary>
    [JsonInclude]
    [JsonPropertyName("obs_part_size")]
    public long? PartSizeBytes { get; internal set; }

    /// <summary>The number of messages after which a file is written.</summary>
    [JsonInclude]
    [JsonPropertyName("flush_size")]
    public int? FlushSize { get; internal set; }

    /// <summary>The time zone of the folders.</summary>
    [JsonInclude]
    [JsonPropertyName("timezone")]
    public string? TimeZone { get; internal set; }

    /// <summary>The class that generates schemas.</summary>
    [JsonInclude]
    [JsonPropertyName("schema_generator_class")]
    public string? SchemaGeneratorClass { get; internal set; }

    /// <summary>The class that determines folders.</summary>
    [JsonInclude]
    [JsonPropertyName("partitioner_class")]
    public string? PartitionerClass { get; internal set; }

    /// <summary>The class that converts values.</summary>
    [JsonInclude]
    [JsonPropertyName("value_converter")]
    public string? ValueConverter { get; internal set; }

    /// <summary>The class that converts keys.</summary>
    [JsonInclude]
    [JsonPropertyName("key_converter")]
    public string? KeyConverter { get; internal set; }

    /// <summary>The separator between key and value.</summary>
    [JsonInclude]
    [JsonPropertyName("kv_delimiter")]
    public string? KeyValueDelimiter { get; internal set; }

    [JsonInclude]
    [JsonPropertyName("deliver_time_interval")]
    internal int? DeliverSeconds
    {
        get => (int?)DeliverInterval?.TotalSeconds;
        set => DeliverInterval = value is { } time ? TimeSpan.FromSeconds(time) : DeliverInterval;
    }

    /// <summary>One example of the reference lacks the last letter of the name (<c>x-wire-note</c> in the contract).</summary>
    [JsonInclude]
    [JsonPropertyName("deliver_time_interva")]
    internal int? DeliverSecondsCutOff
    {
        get => null;
        set => DeliverSeconds ??= value;
    }

    /// <summary>The topics: a dump task has them here (7.2.4.3), a Smart Connect task next to the sink.</summary>
    [JsonInclude]
    [JsonPropertyName("topics")]
    [JsonConverter(typeof(CommaListConverter))]
    internal string[]? Topics { get; set; }

    [JsonInclude]
    [JsonPropertyName("access_key")]
    [JsonConverter(typeof(SecretConverter))]
    internal Secret? AccessKey { get; set; }

    [JsonInclude]
    [JsonPropertyName("secret_key")]
    [JsonConverter(typeof(SecretConverter))]
    internal Secret? SecretKey { get; set; }

    [JsonIgnore]
    internal override string? Kind => WireKind;

    /// <summary>Returns a copy with the topics of a dump task.</summary>
    internal ObsSink For(string[] topics)
    {
        ObsSink copy = (ObsSink)MemberwiseClone();
        copy.Topics = topics;
        return copy;
    }

    /// <summary>Sets the keys that can write to the bucket. The service never returns them.</summary>
    /// <param name="accessKey">The access key id; it is wiped with the specification.</param>
    /// <param name="secretKey">The secret key; it is wiped with the specification.</param>
    public void Authenticate(Secret accessKey, Secret secretKey)
    {
        AccessKey = accessKey;
        SecretKey = secretKey;
    }

    /// <summary>Returns the bucket and the folder.</summary>
    public override string ToString() => $"obs://{BucketName}/{Path}";

    internal override void Wipe()
    {
        AccessKey?.Dispose();
        SecretKey?.Dispose();
    }
}

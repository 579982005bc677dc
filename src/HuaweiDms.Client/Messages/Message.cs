using System.Text;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A message of a topic (5.8.1 to 5.8.3). Lists return messages without their content.</summary>
public sealed class Message : TopicResource
{
    private byte[]? _keyBytes;
    private byte[]? _valueBytes;
    private string? _value;

    /// <summary>The partition number.</summary>
    [JsonPropertyName("partition")]
    public int? Partition { get; set; }

    /// <summary>The offset in the partition.</summary>
    [JsonPropertyName("message_offset")]
    public long? Offset { get; set; }

    /// <summary>The time when the message was produced.</summary>
    [JsonPropertyName("timestamp")]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The key as text; null if there is none.</summary>
    [JsonIgnore]
    public string? Key => KeyBytes is null ? null : Encoding.UTF8.GetString(KeyBytes);

    /// <summary>The content as text, with U+FFFD in place of bytes that are not UTF-8; null if there is none or it was not read.</summary>
    [JsonIgnore]
    public string? Value => _valueBytes is null ? null : _value ??= Encoding.UTF8.GetString(_valueBytes);

    /// <summary>The bytes of the key, as the service sent them.</summary>
    [JsonPropertyName("key")]
    [JsonConverter(typeof(RawTextConverter))]
    public byte[]? KeyBytes
    {
        get => _keyBytes;
        set
        {
            _keyBytes = value;
            HasKey = true;
        }
    }

    /// <summary>The bytes of the content, as the service sent them.</summary>
    [JsonPropertyName("value")]
    [JsonConverter(typeof(RawTextConverter))]
    public byte[]? ValueBytes
    {
        get => _valueBytes;
        set
        {
            _valueBytes = value;
            _value = null;
            HasContent = true;
        }
    }

    /// <summary>Whether key and content are valid UTF-8. If not, only the bytes are exact.</summary>
    [JsonIgnore]
    public bool IsText => IsUtf8(KeyBytes) && IsUtf8(_valueBytes);

    /// <summary>The size in bytes, as the service counts it.</summary>
    [JsonPropertyName("size")]
    public long? SizeBytes { get; set; }

    /// <summary>Whether the message is so large that the service shows only its beginning unless it is downloaded.</summary>
    [JsonPropertyName("huge_message")]
    public bool? IsHuge { get; set; }

    /// <summary>The id of the message; null if it has none.</summary>
    [JsonPropertyName("message_id")]
    public string? MessageId { get; set; }

    /// <summary>The application that produced the message; null if unknown.</summary>
    [JsonPropertyName("app_id")]
    public string? ApplicationId { get; set; }

    /// <summary>The label of the message; null if it has none.</summary>
    [JsonPropertyName("tag")]
    public string? Tag { get; set; }

    /// <summary>Whether the response contains the key, even if it is null. The list of one partition (5.8.3) does not contain it.</summary>
    [JsonIgnore]
    internal bool HasKey { get; private set; }

    /// <summary>Whether the content was read, even if it is empty or null.</summary>
    [JsonIgnore]
    internal bool HasContent { get; private set; }

    /// <summary>The offset under the name that the service uses in keyword searches, in place of message_offset.</summary>
    [JsonInclude]
    [JsonPropertyName("offset")]
    internal long? FoundOffset
    {
        get => null;
        set => Offset ??= value;
    }

    /// <summary>The topic, under the name that the service uses.</summary>
    [JsonInclude]
    [JsonPropertyName("topic")]
    internal string? TopicName
    {
        get => null;
        set => Topic ??= value;
    }

    /// <summary>Returns topic, partition and offset.</summary>
    public override string ToString() => $"{Topic}-{Partition}@{Offset}";

    private static bool IsUtf8(byte[]? bytes)
    {
        try
        {
            return bytes is null || StrictUtf8.Encoding.GetCharCount(bytes) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

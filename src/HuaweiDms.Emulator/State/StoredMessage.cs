namespace HuaweiDms.Emulator.State;

/// <summary>A message in a partition's log. Its position determines its offset.</summary>
internal sealed class StoredMessage
{
    /// <summary>When it was appended, or the producer's timestamp.</summary>
    public DateTimeOffset Time { get; set; }

    /// <summary>Null for a message without a key.</summary>
    public byte[]? Key { get; set; }

    public byte[] Value { get; set; } = [];

    /// <summary>The bytes of key and value.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Size => Value.Length + (Key?.Length ?? 0);
}

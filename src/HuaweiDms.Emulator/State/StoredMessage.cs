namespace HuaweiDms.Emulator.State;

/// <summary>A message of a partition's log. Its offset follows from its place there.</summary>
internal sealed class StoredMessage
{
    /// <summary>When it was appended, or what its producer said.</summary>
    public DateTimeOffset Time { get; set; }

    /// <summary>Null without a key.</summary>
    public byte[]? Key { get; set; }

    public byte[] Value { get; set; } = [];

    /// <summary>Bytes of key and value.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Size => Value.Length + (Key?.Length ?? 0);
}

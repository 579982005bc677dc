using System.Text;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Keys of messages. They are compared byte by byte, as Kafka does.</summary>
internal sealed class MessageKeys
{
    private readonly byte[][] _keys;

    private MessageKeys(IEnumerable<string> keys) => _keys = [.. keys.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Null where none is given.</summary>
    public static MessageKeys? Of(string[]? keys) => keys is null ? null : new(keys);

    /// <summary>Whether a message has one of them.</summary>
    public bool Has(Message message) => message.KeyBytes is { } bytes && Array.Exists(_keys, key => key.AsSpan().SequenceEqual(bytes));
}

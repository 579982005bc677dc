using System.Text;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The keys of messages, compared byte by byte, as Kafka does.</summary>
internal sealed class MessageKeys
{
    private readonly byte[][] _keys;

    private MessageKeys(IEnumerable<string> keys) => _keys = [.. keys.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Null where none is given.</summary>
    public static MessageKeys? Of(string[]? keys) => keys is null ? null : new(keys);

    /// <summary>Whether a message has one of the keys.</summary>
    public bool Has(Message message) => message.KeyBytes is { } bytes && Array.Exists(_keys, key => key.AsSpan().SequenceEqual(bytes));
}

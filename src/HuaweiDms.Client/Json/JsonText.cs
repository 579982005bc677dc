using System.Globalization;
using System.Text;

namespace HuaweiDms.Json;

/// <summary>
/// The bytes of a JSON string as they arrived. The reader's own methods refuse bytes that are not UTF-8 and halves of surrogate
/// pairs; content of messages may hold both.
/// </summary>
internal static class JsonText
{
    /// <summary>The bytes that stand between the quotes, without their escapes. The reader has checked the escapes already.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> escaped)
    {
        int next = escaped.IndexOf((byte)'\\');
        if (next < 0)
            return escaped.ToArray();
        using MemoryStream bytes = new(escaped.Length);
        while (next >= 0)
        {
            Write(bytes, escaped.Slice(0, next));
            escaped = escaped.Slice(next + WriteEscape(bytes, escaped.Slice(next)));
            next = escaped.IndexOf((byte)'\\');
        }
        Write(bytes, escaped);
        return bytes.ToArray();
    }

    /// <summary>Writes what an escape stands for, and returns how long it is.</summary>
    private static int WriteEscape(MemoryStream bytes, ReadOnlySpan<byte> escape)
    {
        const int length = 6;
        if (escape[1] != (byte)'u')
        {
            bytes.WriteByte(escape[1] switch
            {
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                byte itself => itself,
            });
            return 2;
        }
        char unit = Unit(escape);
        bool isPair = char.IsHighSurrogate(unit) && escape.Length >= 2 * length
            && escape[length] == (byte)'\\' && escape[length + 1] == (byte)'u' && char.IsLowSurrogate(Unit(escape.Slice(length)));
        char[] text = isPair ? [unit, Unit(escape.Slice(length))] : [unit];
        Write(bytes, Encoding.UTF8.GetBytes(text));
        return text.Length * length;
    }

    private static char Unit(ReadOnlySpan<byte> escape)
        => (char)int.Parse(Encoding.ASCII.GetString(escape.Slice(2, 4).ToArray()), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static void Write(MemoryStream bytes, ReadOnlySpan<byte> part)
    {
        byte[] copy = part.ToArray();
        bytes.Write(copy, 0, copy.Length);
    }
}

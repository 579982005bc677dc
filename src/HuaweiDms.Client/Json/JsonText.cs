using System.Globalization;
using System.Text;

namespace HuaweiDms.Json;

/// <summary>
/// Returns the bytes of a JSON string as they were sent. The methods of the reader reject invalid UTF-8 and unpaired surrogates, and the
/// content of messages may contain both.
/// </summary>
internal static class JsonText
{
    /// <summary>Returns the bytes between the quotes with escapes resolved. The reader has already validated the escapes.</summary>
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

    /// <summary>Writes the character of an escape sequence and returns the length of the sequence.</summary>
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

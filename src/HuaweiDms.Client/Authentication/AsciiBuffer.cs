using System.Buffers;
using System.Text;

namespace HuaweiDms.Authentication;

/// <summary>Builds ASCII text in a rented array, so that signing a request allocates only the result.</summary>
internal ref struct AsciiBuffer
{
    private byte[] _bytes;
    private int _count;

    public AsciiBuffer(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The array; only the first <see cref="Count"/> bytes are valid.</summary>
    public readonly byte[] Bytes => _bytes;

    public readonly int Count => _count;

    public void Append(char letter)
    {
        Reserve(1);
        _bytes[_count++] = (byte)letter;
    }

    /// <summary>Appends text that contains only ASCII characters.</summary>
    public void Append(scoped ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        foreach (char letter in text)
            _bytes[_count++] = (byte)letter;
    }

    public void AppendLower(string text)
    {
        Reserve(text.Length);
        foreach (char letter in text)
            _bytes[_count++] = (byte)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter);
    }

    public void AppendHex(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length * 2);
        foreach (byte value in bytes)
        {
            _bytes[_count++] = Digit(value >> 4);
            _bytes[_count++] = Digit(value & 15);
        }
    }

    public void Clear() => _count = 0;

    /// <summary>Returns the text so far.</summary>
    public readonly string Text() => Encoding.ASCII.GetString(_bytes, 0, _count);

    /// <summary>Wipes the array and returns it to the pool; it may have held a security token.</summary>
    public readonly void Return() => ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);

    private void Reserve(int more)
    {
        if (_count + more <= _bytes.Length)
            return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_count + more, _bytes.Length * 2));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        Return();
        _bytes = larger;
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);
}

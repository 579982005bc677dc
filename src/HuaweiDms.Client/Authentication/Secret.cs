using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Text;

namespace HuaweiDms;

/// <summary>
/// A text that must not be seen: a secret key, a password, a token. It prints as asterisks, is equal only to itself, and
/// <see cref="Dispose"/> wipes it.
/// </summary>
[DebuggerDisplay("********")]
public sealed class Secret : IDisposable
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private byte[]? _bytes;

    private Secret(byte[] bytes) => _bytes = bytes;

    /// <summary>Keeps a text. The string itself stays in memory until it is collected; prefer a <see cref="SecureString"/> where there is one.</summary>
    /// <param name="text">The text.</param>
    public static Secret From(string text)
        => new(Encoding.UTF8.GetBytes(text ?? throw new ArgumentNullException(nameof(text))));

    /// <summary>Keeps a secure string's text. The secure string stays the caller's.</summary>
    /// <param name="text">The text.</param>
    public static Secret From(SecureString text)
    {
        char[] plain = new char[text?.Length ?? throw new ArgumentNullException(nameof(text))];
        IntPtr unmanaged = Marshal.SecureStringToGlobalAllocUnicode(text);
        try
        {
            Marshal.Copy(unmanaged, plain, 0, plain.Length);
            return new(Encoding.UTF8.GetBytes(plain));
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(unmanaged);
            Array.Clear(plain, 0, plain.Length);
        }
    }

    /// <summary>Keeps a text; null where there is none.</summary>
    internal static Secret? FromOptional(string? text) => text is null ? null : From(text);

    /// <summary>Keeps a secure string's text; null where there is none.</summary>
    internal static Secret? FromOptional(SecureString? text) => text is null ? null : From(text);

    /// <summary>Nothing but asterisks.</summary>
    public override string ToString() => "********";

    /// <summary>Wipes the text.</summary>
    public void Dispose()
    {
        byte[]? bytes = Interlocked.Exchange(ref _bytes, null);
        if (bytes is not null)
            Array.Clear(bytes, 0, bytes.Length);
    }

    /// <summary>The text in UTF-8. Only what signs or sends may ask.</summary>
    internal ReadOnlySpan<byte> Reveal() => _bytes ?? throw new ObjectDisposedException(nameof(Secret));

    /// <summary>The text. Only what sends it as a header may ask.</summary>
    internal string RevealText() => Encoding.UTF8.GetString(_bytes ?? throw new ObjectDisposedException(nameof(Secret)));
}

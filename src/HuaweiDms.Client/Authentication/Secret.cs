using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Text;

namespace HuaweiDms;

/// <summary>
/// A text that must not be shown, such as a secret key, a password or a token. It prints as asterisks, equals only itself, and is wiped by
/// <see cref="Dispose"/>.
/// </summary>
[DebuggerDisplay("********")]
public sealed class Secret : IDisposable
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private byte[]? _bytes;

    private Secret(byte[] bytes) => _bytes = bytes;

    /// <summary>
    /// Creates a secret from a string. The string itself stays in memory until it is collected; prefer a <see cref="SecureString"/> if you
    /// have one.
    /// </summary>
    /// <param name="text">The text.</param>
    public static Secret From(string text)
        => new(Encoding.UTF8.GetBytes(text ?? throw new ArgumentNullException(nameof(text))));

    /// <summary>Creates a secret from a secure string, which still belongs to the caller.</summary>
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

    /// <summary>Creates a secret from a string; null for null.</summary>
    internal static Secret? FromOptional(string? text) => text is null ? null : From(text);

    /// <summary>Creates a secret from a secure string; null for null.</summary>
    internal static Secret? FromOptional(SecureString? text) => text is null ? null : From(text);

    /// <summary>Returns asterisks.</summary>
    public override string ToString() => "********";

    /// <summary>Wipes the text.</summary>
    public void Dispose()
    {
        byte[]? bytes = Interlocked.Exchange(ref _bytes, null);
        if (bytes is not null)
            Array.Clear(bytes, 0, bytes.Length);
    }

    /// <summary>Returns the text in UTF-8. Call it only to sign or send the secret.</summary>
    internal ReadOnlySpan<byte> Reveal() => _bytes ?? throw new ObjectDisposedException(nameof(Secret));

    /// <summary>Returns the text. Call it only to send the secret in a header.</summary>
    internal string RevealText() => Encoding.UTF8.GetString(_bytes ?? throw new ObjectDisposedException(nameof(Secret)));
}

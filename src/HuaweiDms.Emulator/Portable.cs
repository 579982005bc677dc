#if NETSTANDARD2_0
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace HuaweiDms.Emulator;

/// <summary>APIs of newer frameworks that .NET Standard 2.0 lacks, under the same names.</summary>
internal static class Portable
{
    extension(ArgumentNullException)
    {
        public static void ThrowIfNull(object? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        {
            if (argument is null)
                throw new ArgumentNullException(name);
        }
    }

    extension(ObjectDisposedException)
    {
        public static void ThrowIf(bool condition, object instance)
        {
            if (condition)
                throw new ObjectDisposedException(instance.GetType().Name);
        }
    }

    extension(SHA256)
    {
        public static byte[] HashData(byte[] source)
        {
            using SHA256 hash = SHA256.Create();
            return hash.ComputeHash(source);
        }
    }

    extension(HMACSHA256)
    {
        public static byte[] HashData(byte[] key, byte[] source)
        {
            using HMACSHA256 hmac = new(key);
            return hmac.ComputeHash(source);
        }
    }

    public static bool Contains(this string text, string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;

    public static Task<byte[]> ReadAsByteArrayAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
#pragma warning disable MA0040 // The overload that it finds is this one.
        return content.ReadAsByteArrayAsync();
#pragma warning restore MA0040
    }
}
#endif

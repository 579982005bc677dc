using System.Security.Cryptography;

namespace HuaweiDms.Authentication;

/// <summary>SHA-256 on both target frameworks. On the older one it cannot be computed without allocating.</summary>
internal static class Hashing
{
    public const int Size = 32;

    public static void Sha256(byte[] data, int count, Span<byte> hash)
    {
#if NET
        SHA256.HashData(data.AsSpan(0, count), hash);
#else
        using SHA256 sha = SHA256.Create();
        sha.ComputeHash(data, 0, count).CopyTo(hash);
#endif
    }

    public static void HmacSha256(ReadOnlySpan<byte> key, byte[] data, int count, Span<byte> hash)
    {
#if NET
        HMACSHA256.HashData(key, data.AsSpan(0, count), hash);
#else
        byte[] copy = key.ToArray();
        try
        {
            using HMACSHA256 hmac = new(copy);
            hmac.ComputeHash(data, 0, count).CopyTo(hash);
        }
        finally
        {
            Array.Clear(copy, 0, copy.Length);
        }
#endif
    }
}

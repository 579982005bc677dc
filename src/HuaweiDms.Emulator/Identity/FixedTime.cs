using System.Runtime.CompilerServices;

namespace HuaweiDms.Emulator.Identity;

/// <summary>Compares secrets in constant time, so that timing does not reveal where they differ.</summary>
internal static class FixedTime
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool Equal(byte[] a, byte[] b)
    {
        int difference = a.Length ^ b.Length;
        for (int i = 0; i < a.Length; i++)
            difference |= a[i] ^ b[b.Length == 0 ? 0 : i % b.Length];
        return difference == 0;
    }
}

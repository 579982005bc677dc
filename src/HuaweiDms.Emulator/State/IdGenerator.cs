using System.Globalization;

namespace HuaweiDms.Emulator.State;

/// <summary>Generates identifiers that look random but repeat in the same order in each run. They are names, never secrets.</summary>
internal sealed class IdGenerator(int seed)
{
    private long _used;

    /// <summary>The number of identifiers generated. A service loaded from a file continues from there.</summary>
    public long Used
    {
        get => Interlocked.Read(ref _used);
        set => Interlocked.Exchange(ref _used, value);
    }

    /// <summary>The fixed identifier of a name, for the sample.</summary>
    public static string ForName(string name)
    {
        // FNV-1a is short and sufficient: the result is not a secret.
        ulong hash = 14695981039346656037;
        foreach (char c in name)
            hash = (hash ^ c) * 1099511628211;
        return Format(Mix(hash), Mix(~hash)).ToString("D");
    }

    /// <summary>The same as 32 hexadecimal digits, the format of projects, users and zones.</summary>
    public static string HexForName(string name) => ForName(name).Replace("-", string.Empty);

    public string NewUuid() => Next().ToString("D");

    public string NewHex() => Next().ToString("N");

    /// <summary>An order id in the format of the service, such as CS2404011015HQ3ZT.</summary>
    public string NewOrderId() => "CS" + NewHex().Substring(0, 15).ToUpperInvariant();

    private Guid Next()
    {
        ulong index = (ulong)Interlocked.Increment(ref _used) + ((ulong)(uint)seed << 32);
        return Format(Mix(index * 2), Mix((index * 2) + 1));
    }

    /// <summary>Formats the bits as a version 4 UUID.</summary>
    private static Guid Format(ulong high, ulong low)
    {
        string hex = high.ToString("x16", CultureInfo.InvariantCulture) + low.ToString("x16", CultureInfo.InvariantCulture);
        return Guid.ParseExact($"{hex.Substring(0, 12)}4{hex.Substring(13, 3)}a{hex.Substring(17)}", "N");
    }

    /// <summary>SplitMix64: turns consecutive numbers into unrelated ones.</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

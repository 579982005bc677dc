using System.Globalization;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Cluster;

/// <summary>Formats sizes as <c>du -h</c> does: 66G, 53M, 8.0K. Rounds up, with one decimal below ten.</summary>
internal static class ByteSize
{
    private const string Units = "KMGTP";

    public static string Format(long bytes)
    {
        double value = bytes / 1024.0;
        int unit = 0;
        for (; value >= 1024 && unit < Units.Length - 1; unit++)
            value /= 1024;
        string number = value < 10
            ? (Math.Ceiling(value * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture)
            : Math.Ceiling(value).ToString(CultureInfo.InvariantCulture);
        return (number == "0.0" ? "0" : number) + Units[unit];
    }

    /// <summary>Parses a size with unit K, M or G, as used in a filter.</summary>
    public static long Parse(string text)
    {
        int unit = text.Length < 2 ? -1 : Units.IndexOf(text[text.Length - 1]);
        return unit is >= 0 and <= 2 && int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? (long)number << (10 * (unit + 1))
            : throw ServiceErrors.InvalidParameter();
    }
}

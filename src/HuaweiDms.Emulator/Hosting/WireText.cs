using System.Globalization;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Numbers and times that the service sends as strings.</summary>
internal static class WireText
{
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>UTC with milliseconds, such as 2026-01-02T03:04:05.000Z.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

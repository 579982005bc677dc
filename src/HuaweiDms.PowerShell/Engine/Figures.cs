using System.Globalization;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Formats figures for people, the same in every culture.</summary>
internal static class Figures
{
    /// <summary>The text for an unknown figure.</summary>
    public const string Unknown = "-";

    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>A count, such as 1,234.</summary>
    public static string Count(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>A size, such as 1.5 GB; 1 KB is 1024 bytes, as everywhere in the module.</summary>
    public static string Bytes(long? bytes)
    {
        if (bytes is not { } number)
            return Unknown;
        double size = number;
        int unit = 0;
        for (; Math.Abs(size) >= 1024 && unit < Units.Length - 1; unit++)
            size /= 1024;
        return Format(unit == 0 || size >= 100 ? "{0:N0} {1}" : "{0:N1} {1}", size, Units[unit]);
    }

    /// <summary>A percentage, such as 41 %, or 0.3 % if whole ones would show zero.</summary>
    public static string Percent(double? percent)
        => percent?.ToString(percent is > 0 and < 1 ? "0.0' %'" : "0' %'", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>So many a second.</summary>
    public static string Rate(double? perSecond)
        => perSecond?.ToString(Math.Abs(perSecond.Value) < 10 ? "#,0.#" : "N0", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>A change per second, with its sign.</summary>
    public static string Change(double? perSecond)
        => perSecond > 0 ? "+" + Rate(perSecond) : Rate(perSecond);

    /// <summary>A duration, in its two largest units.</summary>
    public static string Duration(TimeSpan? time)
        => time switch
        {
            null => Unknown,
            { TotalDays: >= 365 } => "over a year",
            { TotalDays: >= 1 } long_ => Join(long_.Days, "d", long_.Hours, "h"),
            { TotalHours: >= 1 } middle => Join(middle.Hours, "h", middle.Minutes, "min"),
            { TotalMinutes: >= 1 } brief => Join(brief.Minutes, "min", brief.Seconds, "s"),
            { } instant => Format("{0:0} s", Math.Ceiling(instant.TotalSeconds)),
        };

    /// <summary>A moment in UTC, to be read.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A moment in UTC, in the form that parameters accept without quotes (ISO 8601).</summary>
    public static string IsoMoment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Join(int large, string largeUnit, int small, string smallUnit)
        => Format(small == 0 ? "{0} {1}" : "{0} {1} {2} {3}", large, largeUnit, small, smallUnit);
}

using System.Globalization;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Instances;

/// <summary>The time window for maintenance of an instance. Always returned as HH:mm:ss, regardless of the format sent.</summary>
internal sealed class MaintenanceWindow(string begin, string end)
{
    /// <summary>v1.0 has six windows of four hours.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromHours(4);

    /// <summary>The six windows on offer; the first starts at 22:00.</summary>
    public static IReadOnlyList<MaintenanceWindow> Offered { get; } =
    [
        .. Enumerable.Range(0, 6).Select(number => TimeSpan.FromHours((22 + (4 * number)) % 24))
            .Select(from => new MaintenanceWindow(Format(from), Format(TimeSpan.FromHours((from.Hours + Length.Hours) % 24)))),
    ];

    public string Begin { get; } = begin;

    public string End { get; } = end;

    /// <summary>Reads the window. Start and end must be given together; null if both are missing.</summary>
    public static MaintenanceWindow? Read(JsonFields body, InstanceDialect dialect)
    {
        string? begin = body.Text("maintain_begin"), end = body.Text("maintain_end");
        if (begin is null && end is null)
            return null;
        if (begin is null || end is null)
            throw ServiceErrors.InvalidMaintenanceWindow();
        TimeSpan from = Parse(begin), to = Parse(end);
        if (dialect.IsV1 && !IsFixedWindow(from, to))
            throw ServiceErrors.InvalidMaintenanceWindow();
        return new(Format(from), Format(to));
    }

    private static bool IsFixedWindow(TimeSpan from, TimeSpan to)
        => Offered.Any(window => window.Begin == Format(from) && window.End == Format(to));

    private static TimeSpan Parse(string text)
        => TimeSpan.TryParseExact(text, [@"hh\:mm", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out TimeSpan time)
            ? time
            : throw ServiceErrors.InvalidMaintenanceWindow();

    private static string Format(TimeSpan time) => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The key figures of an instance.</summary>
internal static class Summary
{
    public static string Lag(InstanceReport report) => Figures.Count(report.Lag?.Value?.Groups.Total(group => group.Lag));

    /// <summary>The worst verdict of its groups; null after one reading.</summary>
    public static LagVerdict? WorstOf(InstanceReport report) => report.Lag?.Value?.Groups.Max(group => group.Verdict);

    public static string Verdict(InstanceReport report) => WorstOf(report)?.ToString() ?? Figures.Unknown;

    public static double? FullestDisk(InstanceReport report) => report.Disk?.Value?.Brokers.Max(broker => broker.UsedPercent);

    public static Level OfState(InstanceReport report) => InstanceStates.IsRunning(report.About.Value?.Status) ? Level.Fine : Level.Bad;

    public static Level OfSync(InstanceReport report)
        => report.Balance?.Value is not { } balance ? Level.Fine
            : balance.Offline.Count > 0 ? Level.Bad
            : balance.UnderReplicated.Count > 0 ? Level.Warn
            : Level.Fine;
}

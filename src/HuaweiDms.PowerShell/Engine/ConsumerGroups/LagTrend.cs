namespace HuaweiDms.PowerShell.Engine;

/// <summary>The trend of a lag, from two readings.</summary>
internal static class LagTrend
{
    /// <summary>The growth per second; null after one reading.</summary>
    public static double? Change(double? produced, double? consumed) => produced - consumed;

    /// <summary>The time until the lag is zero at the current rates; null if that never happens or is unknown.</summary>
    public static TimeSpan? CatchUp(long? lag, double? produced, double? consumed)
    {
        double? gain = consumed - produced;
        if (lag is not > 0 || gain is not > 0)
            return null;
        double seconds = lag.Value / gain.Value;
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }
}

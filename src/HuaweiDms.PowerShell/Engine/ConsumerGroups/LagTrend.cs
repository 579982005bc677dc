namespace HuaweiDms.PowerShell.Engine;

/// <summary>Where a lag leads to, after two looks.</summary>
internal static class LagTrend
{
    /// <summary>By how much it grows in a second; null after one look.</summary>
    public static double? Change(double? produced, double? consumed) => produced - consumed;

    /// <summary>When nothing waits any more, if all goes on like this; null where that is never, or is not known.</summary>
    public static TimeSpan? CatchUp(long? lag, double? produced, double? consumed)
    {
        if (lag is not > 0 || consumed - produced is not (> 0 and var gain))
            return null;
        double seconds = lag.Value / gain;
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A small chart in a line of text.</summary>
internal static class Sparkline
{
    /// <summary>Draws values between their least and their largest; those that never change are a level line.</summary>
    /// <param name="values">The values, the latest at the end.</param>
    /// <param name="steps">The signs, the lowest first.</param>
    public static string Draw(IReadOnlyList<long> values, string steps)
    {
        if (values.Count == 0)
            return string.Empty;
        long least = values.Min();
        double range = values.Max() - (double)least;
        int level = least == 0 ? 0 : (steps.Length - 1) / 2;
        return string.Concat(values.Select(value => steps[range <= 0 ? level : (int)Math.Round((value - (double)least) / range * (steps.Length - 1))]));
    }
}

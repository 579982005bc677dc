namespace HuaweiDms.PowerShell.Engine;

/// <summary>A small chart within a line of text.</summary>
internal static class Sparkline
{
    /// <summary>Draws values between their minimum and maximum; constant values are a flat line.</summary>
    /// <param name="values">The values, newest last.</param>
    /// <param name="steps">The characters, lowest first.</param>
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

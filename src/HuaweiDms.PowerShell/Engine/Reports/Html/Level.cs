namespace HuaweiDms.PowerShell.Engine;

/// <summary>The severity of a value; its name is that of a CSS class.</summary>
internal enum Level
{
    /// <summary>Normal, or merely informative.</summary>
    Fine,

    /// <summary>Needs attention.</summary>
    Warn,

    /// <summary>Something is wrong.</summary>
    Bad,
}

/// <summary>Shows severities by color and by a symbol, because not everybody sees colors.</summary>
internal static class Levels
{
    private const double Full = 90;

    /// <summary>Disk usage in percent that needs attention.</summary>
    public const double Filling = 80;

    /// <summary>The name of the CSS class; null for none.</summary>
    public static string? Class(this Level level) => level == Level.Fine ? null : level.ToString().ToLowerInvariant();

    /// <summary>A text with the symbol of its severity in front.</summary>
    public static string Marked(this Level level, string text) => level == Level.Fine ? text : "\u25B2\u00A0" + text;

    /// <summary>That of a disk.</summary>
    public static Level OfDisk(double? percent) => percent >= Full ? Level.Bad : percent >= Filling ? Level.Warn : Level.Fine;

    /// <summary>That of a group.</summary>
    public static Level Of(LagVerdict? verdict)
        => verdict switch { LagVerdict.Stuck => Level.Bad, LagVerdict.FallingBehind => Level.Warn, _ => Level.Fine };
}

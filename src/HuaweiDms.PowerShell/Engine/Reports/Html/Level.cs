namespace HuaweiDms.PowerShell.Engine;

/// <summary>How much something matters; its name is that of a class in the style.</summary>
internal enum Level
{
    /// <summary>As it should be, or merely told.</summary>
    Fine,

    /// <summary>Somebody should look at it.</summary>
    Warn,

    /// <summary>Something is wrong.</summary>
    Bad,
}

/// <summary>Levels in a page: by colour and by a sign, since not everybody sees colours.</summary>
internal static class Levels
{
    private const double Full = 90;

    /// <summary>From here on, in percent, a disk should be looked at.</summary>
    public const double Filling = 80;

    /// <summary>The name of the class; null where nothing is to be seen.</summary>
    public static string? Class(this Level level) => level == Level.Fine ? null : level.ToString().ToLowerInvariant();

    /// <summary>A text with the sign of the level before it.</summary>
    public static string Marked(this Level level, string text) => level == Level.Fine ? text : "\u25B2\u00A0" + text;

    /// <summary>That of a disk.</summary>
    public static Level OfDisk(double? percent) => percent >= Full ? Level.Bad : percent >= Filling ? Level.Warn : Level.Fine;

    /// <summary>That of a group.</summary>
    public static Level Of(LagVerdict? verdict)
        => verdict switch { LagVerdict.Stuck => Level.Bad, LagVerdict.FallingBehind => Level.Warn, _ => Level.Fine };
}

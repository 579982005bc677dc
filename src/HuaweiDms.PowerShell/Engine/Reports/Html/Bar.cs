using System.Globalization;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A bar of a chart: one value relative to the largest of its column, scaled to its cell.</summary>
internal static class Bar
{
    /// <summary>The width of the drawing, in its own units.</summary>
    public const double Width = 200;

    private const double Height = 10;

    /// <summary>The minimum length of a bar, so that a small value differs from none.</summary>
    private const double Least = 1;

    /// <summary>Draws one.</summary>
    /// <param name="html">Where.</param>
    /// <param name="value">The value.</param>
    /// <param name="largest">The value that fills the whole width.</param>
    /// <param name="says">The text for readers who do not see the bar.</param>
    /// <param name="level">Its color.</param>
    /// <param name="mark">A value to mark with a line; null for none.</param>
    public static void Draw(HtmlWriter html, double value, double largest, string says, Level level = Level.Fine, double? mark = null)
    {
        using (html.Open(
            "svg",
            ("class", "bar"),
            ("role", "img"),
            ("aria-label", says),
            ("viewBox", $"0 0 {Number(Width)} {Number(Height)}"),
            ("preserveAspectRatio", "none")))
        {
            html.Void("rect", ("class", "track"), ("width", Number(Width)), ("height", Number(Height)));
            if (value > 0)
                html.Void("rect", ("class", ("value " + level.Class()).TrimEnd()), ("width", Number(Length(value, largest))), ("height", Number(Height)));
            if (mark is { } line && largest > 0)
                html.Void("rect", ("class", "mark"), ("x", Number(Math.Min(line / largest * Width, Width - 1))), ("width", "1"), ("height", Number(Height)));
        }
    }

    private static double Length(double value, double largest) => largest <= 0 ? Width : Math.Min(Math.Max(value / largest * Width, Least), Width);

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

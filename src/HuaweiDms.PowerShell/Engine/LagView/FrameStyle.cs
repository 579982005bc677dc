using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The colors and characters of a frame.</summary>
internal sealed record FrameStyle
{
    private const string Escape = "\u001B[";

    /// <summary>Without colors and characters beyond ASCII.</summary>
    public static FrameStyle Plain { get; } = new();

    /// <summary>The colors of a terminal that supports them.</summary>
    public static FrameStyle Colored { get; } = new()
    {
        Bad = Escape + "31;1m",
        Warn = Escape + "33;1m",
        Quiet = Escape + "2m",
        Strong = Escape + "1m",
        Head = Escape + "7m",
        Reset = Escape + "0m",
    };

    public string Bad { get; init; } = string.Empty;

    public string Warn { get; init; } = string.Empty;

    public string Quiet { get; init; } = string.Empty;

    public string Strong { get; init; } = string.Empty;

    public string Head { get; init; } = string.Empty;

    public string Reset { get; init; } = string.Empty;

    /// <summary>The characters of a sparkline, lowest first.</summary>
    public string Steps { get; init; } = "_.-~=+*#";

    /// <summary>The mark for truncated text.</summary>
    public string Ellipsis { get; init; } = "~";

    /// <summary>Returns a copy with Unicode characters.</summary>
    public FrameStyle WithSigns() => this with { Steps = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588", Ellipsis = "\u2026" };

    /// <summary>Returns a copy with the user's colors for errors and warnings.</summary>
    /// <param name="chosen">$PSStyle; null on Windows PowerShell, which has none.</param>
    public FrameStyle Like(object? chosen)
    {
        if (chosen is null || Property(chosen, "Formatting") is not { } formatting)
            return this;
        return this with { Bad = Property(formatting, "Error") as string ?? Bad, Warn = Property(formatting, "Warning") as string ?? Warn };
    }

    /// <summary>Colors a text; returns it unchanged if there is no color.</summary>
    public string Paint(string text, string color) => color.Length == 0 ? text : color + text + Reset;

    private static object? Property(object from, string name) => PSObject.AsPSObject(from).Properties[name]?.Value;
}

using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>How a frame looks: with which colours, if any, and with which signs.</summary>
internal sealed record FrameStyle
{
    private const string Escape = "\u001B[";

    /// <summary>Neither colours nor signs beyond ASCII.</summary>
    public static FrameStyle Plain { get; } = new();

    /// <summary>The colours of a terminal that has them.</summary>
    public static FrameStyle Coloured { get; } = new()
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

    /// <summary>The signs of a small chart, the lowest first.</summary>
    public string Steps { get; init; } = "_.-~=+*#";

    /// <summary>What stands where something was cut.</summary>
    public string Ellipsis { get; init; } = "~";

    /// <summary>The same with signs of Unicode.</summary>
    public FrameStyle WithSigns() => this with { Steps = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588", Ellipsis = "\u2026" };

    /// <summary>The same with the colours that somebody has chosen for errors and warnings.</summary>
    /// <param name="chosen">$PSStyle; null on Windows PowerShell, which has none.</param>
    public FrameStyle Like(object? chosen)
    {
        if (chosen is null || Property(chosen, "Formatting") is not { } formatting)
            return this;
        return this with { Bad = Property(formatting, "Error") as string ?? Bad, Warn = Property(formatting, "Warning") as string ?? Warn };
    }

    /// <summary>A text in a colour; in none where there is none.</summary>
    public string Paint(string text, string colour) => colour.Length == 0 ? text : colour + text + Reset;

    private static object? Property(object from, string name) => PSObject.AsPSObject(from).Properties[name]?.Value;
}

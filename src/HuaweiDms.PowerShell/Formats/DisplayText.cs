using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>What the views show of texts that others chose: programs name their consumer groups and themselves as they like.</summary>
public static class DisplayText
{
    /// <summary>What the commands of every log begin with. Most cells have neither, and are not to look into the environment.</summary>
    private static readonly char[] Marks = [':', '#'];

    /// <summary>How many names a line has room for.</summary>
    private const int MaxNamed = 5;

    /// <summary>A text on one line, without what a terminal or the log of a run would take for a command. The object keeps it as it is.</summary>
    /// <param name="text">The text.</param>
    public static string? Of(string? text)
    {
        if (text is null)
            return null;
        string shown = Printable.Of(text);
        return shown.IndexOfAny(Marks) >= 0 && CiLog.Listening is { } log ? log.InCell(shown) : shown;
    }

    /// <summary>How many there are, and the first of them by name.</summary>
    /// <param name="items">The objects.</param>
    public static string Names(object[]? items)
        => items is not { Length: > 0 } ? "0"
            : items.Length <= MaxNamed ? $"{items.Length}: {string.Join<object>(", ", items)}"
            : $"{items.Length}: {string.Join(", ", items.Take(MaxNamed))} …";

    /// <summary>The beginning of a text, which may be long: a message may have megabytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many characters are more than enough for a column.</param>
    public static string? Of(string? text, int most) => Of(text is null || text.Length <= most ? text : text.Substring(0, most));
}

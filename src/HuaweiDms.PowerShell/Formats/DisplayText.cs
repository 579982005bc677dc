using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Formats texts for the views. Programs choose their own names and those of their consumer groups.</summary>
public static class DisplayText
{
    /// <summary>
    /// The first characters of the commands of every CI log. Most cells have neither, so they need not check the environment.
    /// </summary>
    private static readonly char[] Marks = [':', '#'];

    /// <summary>The number of names that fit on a line.</summary>
    private const int MaxNamed = 5;

    /// <summary>
    /// A text on one line, without anything that a terminal or a CI log would interpret as a command. The object keeps the
    /// original.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string? Of(string? text)
    {
        if (text is null)
            return null;
        string shown = Printable.Of(text);
        return shown.IndexOfAny(Marks) >= 0 && CiLog.Listening is { } log ? log.InCell(shown) : shown;
    }

    /// <summary>The number of items, and the names of the first ones.</summary>
    /// <param name="items">The objects.</param>
    public static string Names(object[]? items)
        => items is not { Length: > 0 } ? "0"
            : items.Length <= MaxNamed ? $"{items.Length}: {string.Join<object>(", ", items)}"
            : $"{items.Length}: {string.Join(", ", items.Take(MaxNamed))} …";

    /// <summary>The beginning of a text, which may be megabytes long in a message.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">A number of characters that fills any column.</param>
    public static string? Of(string? text, int most) => Of(text is null || text.Length <= most ? text : text.Substring(0, most));
}

using System.Globalization;
using System.Text;

namespace HuaweiDms;

/// <summary>
/// Makes text from other sources safe to show: names of consumer groups, descriptions, responses. Some characters are commands to a
/// terminal, and a separate line may be a command in a pipeline log.
/// </summary>
internal static class Printable
{
    /// <summary>
    /// Returns the text on one line, with a question mark in place of any character that would move the cursor, color the screen or reverse
    /// the writing direction.
    /// </summary>
    public static string Of(string text)
    {
        int first = 0;
        while (first < text.Length && IsPrintable(text[first]))
            first++;
        if (first == text.Length)
            return text;
        StringBuilder printable = new(text.Length);
        foreach (char character in text)
            printable.Append(IsPrintable(character) ? character : character is '\r' or '\n' or '\t' ? ' ' : '?');
        return printable.ToString();
    }

    /// <summary>Returns the beginning of a long text, without half of a character that takes two units.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The maximum length before the ellipsis.</param>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        return text.Substring(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most) + "…";
    }

    private static bool IsPrintable(char character)
        => character is >= ' ' and <= '~'
            || CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

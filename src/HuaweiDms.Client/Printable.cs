using System.Globalization;
using System.Text;

namespace HuaweiDms;

/// <summary>
/// Text of others as it may be shown: names that any program gave its consumer group, descriptions, what an answer says. On a
/// terminal some characters are commands, and in the log of a run a line of its own may be one.
/// </summary>
internal static class Printable
{
    /// <summary>The text on one line, with a question mark for whatever would move the cursor, colour the screen or turn the direction of writing.</summary>
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

    private static bool IsPrintable(char character)
        => character is >= ' ' and <= '~'
            || (character > '~' && CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}

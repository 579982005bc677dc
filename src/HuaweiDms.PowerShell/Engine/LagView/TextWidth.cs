namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The width of a text on a terminal, estimated high rather than low: a line that is too long wraps and breaks the frame.
/// </summary>
internal static class TextWidth
{
    /// <summary>The first character that takes two columns.</summary>
    private const char FirstWide = '\u1100';

    /// <summary>The range of symbols among them that takes one column: quotes, dashes, lines, blocks.</summary>
    private const char FirstSign = '\u2000';
    private const char LastSign = '\u2BFF';

    public static int Of(string text) => text.Sum(Of);

    /// <summary>Truncates a text to a width and marks the truncation if there is room.</summary>
    public static string Cut(string text, int width, string ellipsis)
    {
        if (Of(text) <= width)
            return text;
        string mark = Of(ellipsis) < width ? ellipsis : string.Empty;
        int left = width - Of(mark);
        int length = 0;
        for (; length < text.Length && Of(text[length]) <= left; length++)
            left -= Of(text[length]);
        // Half a character is none.
        if (length > 0 && char.IsHighSurrogate(text[length - 1]))
            length--;
        return text.Substring(0, length) + mark;
    }

    /// <summary>Truncates or pads a text to an exact width.</summary>
    public static string Fit(string text, int width, string ellipsis, bool toTheRight = false)
    {
        string cut = Cut(text, width, ellipsis);
        string blanks = new(' ', Math.Max(width - Of(cut), 0));
        return toTheRight ? blanks + cut : cut + blanks;
    }

    private static int Of(char character) => character is < FirstWide or (>= FirstSign and <= LastSign) || char.IsSurrogate(character) ? 1 : 2;
}

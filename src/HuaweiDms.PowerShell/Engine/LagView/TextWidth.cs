namespace HuaweiDms.PowerShell.Engine;

/// <summary>How much room a text takes on a terminal. Rather too much than too little: what is too long wraps and spoils the frame.</summary>
internal static class TextWidth
{
    /// <summary>Where characters begin that take two places.</summary>
    private const char FirstWide = '\u1100';

    /// <summary>Signs among them that take one: quotes, dashes, lines, blocks.</summary>
    private const char FirstSign = '\u2000';
    private const char LastSign = '\u2BFF';

    public static int Of(string text) => text.Sum(Of);

    /// <summary>A text cut to a width; that it was cut shows, where there is room for that.</summary>
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

    /// <summary>A text that takes a width to the last place.</summary>
    public static string Fit(string text, int width, string ellipsis, bool toTheRight = false)
    {
        string cut = Cut(text, width, ellipsis);
        string blanks = new(' ', Math.Max(width - Of(cut), 0));
        return toTheRight ? blanks + cut : cut + blanks;
    }

    private static int Of(char character) => character is < FirstWide or (>= FirstSign and <= LastSign) || char.IsSurrogate(character) ? 1 : 2;
}

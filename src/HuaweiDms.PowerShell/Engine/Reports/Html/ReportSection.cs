namespace HuaweiDms.PowerShell.Engine;

/// <summary>One part of what a page tells of an instance.</summary>
internal abstract class ReportSection<T>(HtmlWriter html, int most)
    where T : class
{
    protected HtmlWriter Html => html;

    /// <summary>Tables of no more rows than asked for.</summary>
    protected HtmlTable Table => new(html, most);

    /// <summary>What stands above it.</summary>
    protected abstract string Title { get; }

    /// <summary>Draws the part; of one that could not be read it says why, in its place.</summary>
    public void Draw(ReportPart<T>? part)
    {
        if (part is null)
            return;
        html.Break();
        using (html.Open("section"))
        {
            html.Element("h3", Title);
            if (part.Value is { } value)
                Draw(value);
            else
                html.Element("p", $"Not read: {part.Error?.Message}", ("class", "problem"));
        }
    }

    protected abstract void Draw(T value);

    protected void Note(string text) => html.Element("p", text, ("class", "note"));
}

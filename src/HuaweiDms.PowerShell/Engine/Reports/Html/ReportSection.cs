namespace HuaweiDms.PowerShell.Engine;

/// <summary>One section of an instance on the page.</summary>
internal abstract class ReportSection<T>(HtmlWriter html, int most)
    where T : class
{
    protected HtmlWriter Html => html;

    /// <summary>Creates a table with at most the requested number of rows.</summary>
    protected HtmlTable Table => new(html, most);

    /// <summary>What stands above it.</summary>
    protected abstract string Title { get; }

    /// <summary>Draws the section, or the reason why it could not be read.</summary>
    public void Draw(ReadResult<T>? part)
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

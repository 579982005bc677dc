namespace HuaweiDms.PowerShell.Engine;

/// <summary>A table of a report: a caption, columns and a limited number of rows.</summary>
/// <param name="html">Where it is written.</param>
/// <param name="most">The maximum number of rows; a line below them shows how many are omitted.</param>
internal sealed class HtmlTable(HtmlWriter html, int most = int.MaxValue)
{
    /// <summary>Writes the table; omits it if there are no rows.</summary>
    /// <param name="caption">The caption.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">What its rows are about.</param>
    /// <param name="of">The noun for the rows.</param>
    public void Write<T>(string caption, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows, string of)
    {
        if (rows.Count == 0)
            return;
        using (html.Open("div", ("class", "scroll")))
        using (html.Open("table"))
        {
            html.Element("caption", caption);
            using (html.Open("thead"))
            using (html.Open("tr"))
            {
                foreach (Column<T> column in columns)
                    html.Element("th", column.Name, ("scope", "col"), ("class", column.Class));
            }
            using (html.Open("tbody"))
            {
                foreach (T row in rows.Take(most))
                    WriteRow(columns, row);
            }
        }
        if (rows.Count > most)
            html.Element("p", $"\u2026 and {Counted(rows.Count - most, of)} more.", ("class", "note"));
        html.Break();
    }

    private void WriteRow<T>(IReadOnlyList<Column<T>> columns, T row)
    {
        html.Break();
        using (html.Open("tr"))
        {
            for (int place = 0; place < columns.Count; place++)
            {
                Column<T> column = columns[place];
                Level level = column.Level?.Invoke(row) ?? Level.Fine;
                string? style = $"{column.Class} {level.Class()}".Trim() is { Length: > 0 } some ? some : null;
                // The first cell of a row is its header.
                using (html.Open(place == 0 ? "th" : "td", ("scope", place == 0 ? "row" : null), ("class", style)))
                {
                    if (column.Draw is not null)
                        column.Draw(row);
                    else
                        html.Text(level.Marked(column.Text(row)));
                }
            }
        }
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Name">What stands above it.</param>
/// <param name="Text">The text of a row.</param>
internal sealed record Column<T>(string Name, Func<T, string> Text)
{
    /// <summary>The alignment: <c>number</c>, <c>chart</c>, or null for text.</summary>
    public string? Class { get; init; }

    /// <summary>The severity of a row's cell.</summary>
    public Func<T, Level>? Level { get; init; }

    /// <summary>Draws the cell of a row instead of writing its text.</summary>
    public Action<T>? Draw { get; init; }

    public static Column<T> Number(string name, Func<T, string> text, Func<T, Level>? level = null) => new(name, text) { Class = "number", Level = level };

    public static Column<T> Chart(string name, Action<T> draw) => new(name, _ => string.Empty) { Class = "chart", Draw = draw };
}

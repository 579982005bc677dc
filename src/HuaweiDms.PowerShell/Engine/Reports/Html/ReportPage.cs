namespace HuaweiDms.PowerShell.Engine;

/// <summary>A report as a self-contained page: no scripts, fonts or images from elsewhere.</summary>
/// <param name="takenAt">When it was read.</param>
/// <param name="most">How many rows a table has.</param>
internal sealed class ReportPage(DateTimeOffset takenAt, int most)
{
    private const string Title = "Kafka instances";

    /// <summary>Draws it.</summary>
    public string Draw(IReadOnlyList<InstanceReport> reports)
    {
        HtmlWriter html = new();
        string title = reports.Count == 1 ? reports[0].Name : Title;
        using (html.Open("html", ("lang", "en")))
        {
            using (html.Open("head"))
            {
                html.Void("meta", ("charset", "utf-8"));
                // Whatever a name contains, this page never executes or fetches anything.
                html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'"));
                html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
                html.Element("title", $"{title}, {Figures.Moment(takenAt)}");
                html.Element("style", ReportStyle.Text);
            }
            html.Break();
            using (html.Open("body"))
                DrawBody(html, title, reports);
        }
        return html.ToString();
    }

    private void DrawBody(HtmlWriter html, string title, IReadOnlyList<InstanceReport> reports)
    {
        using (html.Open("header"))
        {
            html.Element("h1", title);
            using (html.Open("p", ("class", "note")))
            {
                html.Text("Lag, disks and balance as read at ");
                html.Element("time", Figures.Moment(takenAt), ("datetime", Figures.IsoMoment(takenAt)));
                html.Text(".");
            }
        }
        using (html.Open("main"))
        {
            if (reports.Count > 1)
                DrawOverview(html, reports);
            for (int place = 0; place < reports.Count; place++)
                new InstanceSection(html, reports[place], most).Draw(Anchor(place), isAlone: reports.Count == 1);
        }
        html.Element("footer", "Written by Export-DmsReport of HuaweiDms. Sizes are in units of 1024, times in UTC; values that the service does not report are omitted.");
    }

    private static void DrawOverview(HtmlWriter html, IReadOnlyList<InstanceReport> reports)
    {
        Row[] rows = [.. reports.Select((report, place) => new Row(report, place))];
        List<Column<Row>> columns =
        [
            new("Instance", row => row.Report.Name) { Draw = row => html.Element("a", row.Report.Name, ("href", "#" + Anchor(row.Place))) },
            new("State", row => row.Report.About.Value?.Status ?? "not read") { Level = row => Summary.OfState(row.Report) },
            Column<Row>.Number("Lag", row => Summary.Lag(row.Report)),
        ];
        if (reports.Any(report => Summary.WorstOf(report) is not null))
            columns.Add(new("Worst verdict", row => Summary.Verdict(row.Report)) { Level = row => Levels.Of(Summary.WorstOf(row.Report)) });
        columns.AddRange(
        [
            Column<Row>.Number("Fullest disk", row => Figures.Percent(Summary.FullestDisk(row.Report)), row => Levels.OfDisk(Summary.FullestDisk(row.Report))),
            Column<Row>.Number("Not in sync", row => Figures.Count(row.Report.Balance?.Value?.UnderReplicated.Count), row => Summary.OfSync(row.Report)),
            Column<Row>.Number("Not read", row => Figures.Count(row.Report.Problems.Count()), row => row.Report.Problems.Any() ? Level.Warn : Level.Fine),
        ]);
        new HtmlTable(html).Write("All instances", columns, rows, "instance");
    }

    private static string Anchor(int place) => Format("instance-{0}", place + 1);

    /// <summary>A row of the overview.</summary>
    /// <param name="Report">The instance.</param>
    /// <param name="Place">Its place on the page.</param>
    private sealed record Row(InstanceReport Report, int Place);
}

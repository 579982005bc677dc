using System.Globalization;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The section of an instance on the page.</summary>
internal sealed class InstanceSection(HtmlWriter html, InstanceReport report, int most)
{
    public void Draw(string anchor, bool isAlone)
    {
        html.Break();
        using (html.Open("section", ("id", anchor), ("class", "instance")))
        {
            // The page of a single instance has its name as the title.
            if (!isAlone)
                html.Element("h2", report.Name);
            DrawFacts();
            DrawFigures();
            DrawProblems();
            new LagSection(html, most).Draw(report.Lag);
            new DiskSection(html, most).Draw(report.Disk);
            new BalanceSection(html, most).Draw(report.Balance, report.Brokers);
            new TopicsSection(html, most).Draw(report.Topics);
        }
    }

    private void DrawFacts()
    {
        Instance? about = report.About.Value;
        (string Name, string? Value)[] facts =
        [
            ("State", about?.Status),
            ("Kafka", about?.EngineVersion),
            ("Brokers", about?.BrokerCount?.ToString(CultureInfo.InvariantCulture)),
            ("Product", about?.ProductId),
            ("Storage", about?.TotalStorageSpaceGB is { } space ? $"{Figures.Count(about.UsedStorageSpaceGB)} of {Figures.Count(space)} GB" : null),
            ("Instance id", report.Subject.Id),
            ("Region", report.Context.Region),
            ("Connection", report.Context.Name),
        ];
        using (html.Open("dl", ("class", "facts")))
        {
            foreach ((string name, string? value) in facts.Where(fact => fact.Value is not null))
            {
                using (html.Open("div"))
                {
                    html.Element("dt", name);
                    html.Element("dd", value, ("class", name == "State" ? Summary.OfState(report).Class() : null));
                }
            }
        }
    }

    /// <summary>Draws the most important figures in large type.</summary>
    private void DrawFigures()
    {
        using (html.Open("ul", ("class", "figures")))
        {
            if (report.Lag?.Value is { } lag)
            {
                int behind = lag.Groups.Count(group => group.Lag > 0);
                DrawFigure(Summary.Lag(report), $"messages wait for {behind} of {Counted(lag.Groups.Count, "group")}", Levels.Of(Summary.WorstOf(report)));
            }
            if (Summary.FullestDisk(report) is { } full)
                DrawFigure(Figures.Percent(full), "of the fullest disk in use", Levels.OfDisk(full));
            if (report.Balance?.Value is { } balance)
            {
                DrawFigure(Figures.Count(balance.UnderReplicated.Count), $"of {Counted(balance.Partitions.Count, "partition")} not in sync", Summary.OfSync(report));
                DrawFigure(Figures.Count(balance.NonPreferredLeader.Count), "not led by their preferred leader", balance.NonPreferredLeader.Count > 0 ? Level.Warn : Level.Fine);
            }
            if (report.Topics?.Value is { } topics)
            {
                int risks = topics.Issues.Where(issue => issue.IsRisk).Select(issue => issue.Topic).Distinct(StringComparer.Ordinal).Count();
                DrawFigure(Figures.Count(risks), $"of {Counted(topics.TopicCount, "topic")} at risk by their configuration", risks > 0 ? Level.Warn : Level.Fine);
            }
        }
    }

    private void DrawFigure(string figure, string says, Level level)
    {
        using (html.Open("li", ("class", level.Class())))
        {
            html.Element("strong", level.Marked(figure));
            html.Text(" ");
            html.Element("span", says);
        }
    }

    private void DrawProblems()
    {
        if (!report.Problems.Any())
            return;
        using (html.Open("aside", ("class", "problem")))
        {
            html.Element("h3", "Not read");
            using (html.Open("ul"))
            {
                foreach (IGrouping<string, (string What, DmsException Error)> same in report.Problems.GroupBy(problem => problem.Error.ErrorId, StringComparer.Ordinal))
                {
                    string names = FirstOf([.. same.Select(problem => problem.What)], most);
                    html.Element("li", $"{names}: {same.First().Error.Message}");
                }
            }
        }
    }
}

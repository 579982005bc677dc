namespace HuaweiDms.PowerShell.Engine;

/// <summary>What is odd about topics.</summary>
internal sealed class TopicsSection(HtmlWriter html, int most) : ReportSection<TopicsReport>(html, most)
{
    protected override string Title => "Topics";

    protected override void Draw(TopicsReport value)
    {
        Note($"{Counted(value.TopicCount, "topic")} with {Counted(value.PartitionCount, "partition")}, without the service's own."
            + (value.Oddities.Count == 0 ? " Nothing about them is odd." : string.Empty));
        Table.Write(
            "Topics to look at, those at risk first",
            [
                new("Topic", issue => issue.Topic),
                new("Why", issue => issue.What) { Level = issue => issue.IsRisk ? Level.Warn : Level.Fine },
            ],
            value.Oddities,
            "remark");
    }
}

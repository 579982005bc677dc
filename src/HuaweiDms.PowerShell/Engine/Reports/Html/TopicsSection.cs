namespace HuaweiDms.PowerShell.Engine;

/// <summary>What is odd about topics.</summary>
internal sealed class TopicsSection(HtmlWriter html, int most) : ReportSection<TopicsReport>(html, most)
{
    protected override string Title => "Topics";

    protected override void Draw(TopicsReport value)
    {
        Note($"{Counted(value.TopicCount, "topic")} with {Counted(value.PartitionCount, "partition")}, without the service's own. "
            + "This part checks how they are configured and used, not the state of their replicas."
            + (value.Issues.Count == 0 ? " No issues were found." : string.Empty));
        Table.Write(
            "Topics that need attention, those at risk first",
            [
                new("Topic", issue => issue.Topic),
                new("Why", issue => issue.What) { Level = issue => issue.IsRisk ? Level.Warn : Level.Fine },
            ],
            value.Issues,
            "remark");
    }
}

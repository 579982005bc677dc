namespace HuaweiDms.PowerShell.Engine;

/// <summary>How far the consumer groups are behind.</summary>
internal sealed class LagSection(HtmlWriter html, int most) : ReportSection<LagReport>(html, most)
{
    protected override string Title => "Consumer lag";

    protected override void Draw(LagReport value)
    {
        if (value.Groups.Count == 0)
        {
            Note(value.GroupCount == 0 ? "There is no consumer group." : "No consumer group reads the requested topics.");
            return;
        }
        double largest = value.Groups.Max(group => (double)group.Lag);
        List<Column<ConsumerLagSummary>> columns =
        [
            new("Group", group => group.ConsumerGroup ?? Figures.Unknown),
            Column<ConsumerLagSummary>.Number("Lag", group => Figures.Count(group.Lag)),
            Column<ConsumerLagSummary>.Chart("Of the largest", group => Bar.Draw(
                Html, group.Lag, largest, largest > 0 ? $"{Figures.Percent(group.Lag * 100 / largest)} of the largest lag" : "no lag", Levels.Of(group.Verdict))),
            new("State", group => group.State ?? Figures.Unknown),
        ];
        if (value.Sample is not null)
        {
            columns.AddRange(
            [
                new("Verdict", group => group.Verdict?.ToString() ?? Figures.Unknown) { Level = group => Levels.Of(group.Verdict) },
                Column<ConsumerLagSummary>.Number("Read /s", group => Figures.Rate(group.ConsumedPerSecond)),
                Column<ConsumerLagSummary>.Number("Written /s", group => Figures.Rate(group.ProducedPerSecond)),
                Column<ConsumerLagSummary>.Number("Caught up in", group => Figures.Duration(LagTrend.CatchUp(group.Lag, group.ProducedPerSecond, group.ConsumedPerSecond))),
            ]);
        }
        columns.AddRange(
        [
            new("Worst partition", group => group.LargestLagAt is { } where ? $"{where} ({Figures.Count(group.LargestLag)})" : Figures.Unknown),
            Column<ConsumerLagSummary>.Number("Members", group => Figures.Count(group.MemberCount)),
            Column<ConsumerLagSummary>.Number("Partitions", group => Figures.Count(group.PartitionCount)),
        ]);
        Table.Write("Consumer groups, the furthest behind first", columns, value.Groups, "group");
        Note(value.Sample is { } time
            ? $"Based on two readings {Figures.Duration(time)} apart. Stuck: messages are waiting and none is read. FallingBehind: fewer messages are read than written."
            : "A single reading shows how many messages are waiting, not whether the lag grows; -Sample takes two readings.");
    }
}

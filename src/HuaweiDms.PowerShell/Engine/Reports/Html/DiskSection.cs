namespace HuaweiDms.PowerShell.Engine;

/// <summary>How full the disks are, and with which data.</summary>
internal sealed class DiskSection(HtmlWriter html, int most) : ReportSection<DiskReport>(html, most)
{
    private const double FullPercent = 100;

    protected override string Title => "Disks";

    protected override void Draw(DiskReport value)
    {
        Table.Write(
            $"Brokers: {Figures.Bytes(value.Brokers.Total(broker => broker.UsedBytes))} of {Figures.Bytes(value.Brokers.Total(broker => broker.SizeBytes))} in use",
            [
                new("Broker", broker => broker.Broker ?? Figures.Unknown),
                Column<DiskUsage>.Number("Used", broker => Figures.Percent(broker.UsedPercent), broker => Levels.OfDisk(broker.UsedPercent)),
                Column<DiskUsage>.Chart("Of the disk", broker => Bar.Draw(
                    Html, broker.UsedPercent ?? 0, FullPercent, $"{Figures.Percent(broker.UsedPercent)} of the disk", Levels.OfDisk(broker.UsedPercent), mark: Levels.Filling)),
                Column<DiskUsage>.Number("In use", broker => Figures.Bytes(broker.UsedBytes)),
                Column<DiskUsage>.Number("Free", broker => Figures.Bytes(broker.FreeBytes)),
                Column<DiskUsage>.Number("Size", broker => Figures.Bytes(broker.SizeBytes)),
            ],
            [.. value.Brokers.OrderByDescending(broker => broker.UsedPercent)],
            "broker");
        double largest = value.Topics.Count == 0 ? 0 : value.Topics.Max(topic => (double)topic.SizeBytes);
        Table.Write(
            "Topics with all their replicas, the largest first",
            [
                new("Topic", topic => topic.Topic ?? Figures.Unknown),
                Column<TopicDiskUsage>.Number("Size", topic => Figures.Bytes(topic.SizeBytes)),
                Column<TopicDiskUsage>.Chart("Of the largest", topic => Bar.Draw(
                    Html, topic.SizeBytes, largest, $"{Figures.Percent(largest > 0 ? topic.SizeBytes * FullPercent / largest : 0)} of the largest topic")),
                Column<TopicDiskUsage>.Number("Of all disks", topic => Figures.Percent(topic.UsedPercent)),
                Column<TopicDiskUsage>.Number("Partitions", topic => Figures.Count(topic.PartitionCount)),
                Column<TopicDiskUsage>.Number("Replicas", topic => Figures.Count(topic.ReplicaCount)),
            ],
            value.Topics,
            "topic");
        if (UnreadDisks.Of(value.Brokers) is { } unread)
            Note($"The contents of {unread} cannot be read and are missing from all sums.");
        Note("Partitions of less than 1 MB are not included in the sizes of topics. The line in a bar marks 80 %, above which a disk needs attention.");
    }
}

using System.Globalization;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>How leaders and replicas are distributed over brokers, and which partitions have problems.</summary>
internal sealed class BalanceSection(HtmlWriter html, int most) : ReportSection<Balance>(html, most)
{
    /// <summary>
    /// The cell is longer than the longest bar by this factor, so that the mark of the fair share is visible even if all bars reach
    /// it.
    /// </summary>
    private const double Room = 1.1;

    private ReadResult<Cluster>? _brokers;

    protected override string Title => "Balance";

    public void Draw(ReadResult<Balance>? balance, ReadResult<Cluster>? brokers)
    {
        _brokers = brokers;
        Draw(balance);
    }

    protected override void Draw(Balance value)
    {
        double mostLeaders = value.Loads.Max(load => (double?)load.Leaders) * Room ?? 0;
        double mostReplicas = value.Loads.Max(load => (double?)load.Replicas) * Room ?? 0;
        double? fairLeaders = value.Loads.Count == 0 ? null : value.Loads.Average(load => load.Leaders);
        double? fairReplicas = value.Loads.Count == 0 ? null : value.Loads.Average(load => load.Replicas);
        Table.Write(
            $"Brokers: {Counted(value.Partitions.Count, "partition")} of {Counted(value.TopicCount, "topic")}",
            [
                new("Broker", load => load.Broker.ToString(CultureInfo.InvariantCulture)),
                new("State", State) { Level = load => About(load)?.IsHealthy == false ? Level.Bad : Level.Fine },
                Column<BrokerLoad>.Number("Leads", load => Figures.Count(load.Leaders)),
                Column<BrokerLoad>.Chart("Leaders", load => Bar.Draw(Html, load.Leaders, mostLeaders, $"leads {load.Leaders}", mark: fairLeaders)),
                Column<BrokerLoad>.Number("Should lead", load => Figures.Count(load.Preferred), load => load.Preferred > load.Leaders ? Level.Warn : Level.Fine),
                Column<BrokerLoad>.Number("Keeps", load => Figures.Count(load.Replicas)),
                Column<BrokerLoad>.Chart("Replicas", load => Bar.Draw(Html, load.Replicas, mostReplicas, $"keeps {Counted(load.Replicas, "replica")}", mark: fairReplicas)),
                Column<BrokerLoad>.Number("Size", load => Figures.Bytes(load.Bytes)),
            ],
            value.Loads,
            "broker");
        Note("The line in a bar marks the fair share. The service's own topics are excluded.");
        WritePartitions("Partitions without a leader, which are unavailable", value.Offline, Level.Bad);
        WritePartitions("Partitions with replicas that are not in sync", value.UnderReplicated, Level.Warn);
        WritePartitions("Partitions that are not led by their preferred leader", value.NonPreferredLeader, Level.Fine);
        if (value.Partitions.Count > 0 && value.Offline.Count + value.UnderReplicated.Count + value.NonPreferredLeader.Count == 0)
            Note("Every partition is in sync and led by its preferred leader.");
    }

    private void WritePartitions(string caption, IReadOnlyList<PlacedPartition> partitions, Level level)
        => Table.Write(
            caption,
            [
                new("Topic", partition => partition.Topic ?? Figures.Unknown),
                Column<PlacedPartition>.Number("Partition", partition => Figures.Count(partition.Partition)),
                Column<PlacedPartition>.Number("Leader", partition => partition.Leader?.ToString(CultureInfo.InvariantCulture) ?? "none"),
                Column<PlacedPartition>.Number("Preferred leader", partition => partition.PreferredLeader?.ToString(CultureInfo.InvariantCulture) ?? Figures.Unknown),
                new("Replicas on", partition => string.Join(", ", partition.Broker)),
                new("Not in sync", partition => partition.OutOfSync.Length == 0 ? Figures.Unknown : string.Join(", ", partition.OutOfSync)) { Level = partition => partition.OutOfSync.Length > 0 ? level : Level.Fine },
            ],
            partitions,
            "partition");

    private ClusterBroker? About(BrokerLoad load) => _brokers?.Value?.Brokers?.FirstOrDefault(broker => broker.BrokerId == load.Broker);

    private string State(BrokerLoad load)
        => About(load) is not { } broker ? Figures.Unknown
            : broker.IsHealthy == false ? "unreachable"
            : broker.IsController == true ? "up, controller"
            : "up";
}

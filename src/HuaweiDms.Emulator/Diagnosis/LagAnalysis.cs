using System.Globalization;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Diagnosis;

/// <summary>
/// The findings about a group and a topic at one moment. They are derived from the logs, the committed offsets and the members.
/// Memory and CPU are not emulated, so these checks always pass.
/// </summary>
internal sealed class LagAnalysis(KafkaTopic topic, ConsumerGroup group, DateTimeOffset now)
{
    /// <summary>Production counts as a burst if it is at least this many times the previous rate.</summary>
    private const double BurstFactor = 3;

    /// <summary>A partition stands out if its lag is more than this many times the average.</summary>
    private const double SkewFactor = 2;

    /// <summary>OFFSET_OUT_OF_RANGE in Kafka's protocol.</summary>
    private const string OffsetOutOfRange = "[1]";

    /// <summary>LEADER_NOT_AVAILABLE in Kafka's protocol.</summary>
    private const string LeaderNotAvailable = "[5]";

    private static readonly TimeSpan RecentPeriod = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BaselinePeriod = TimeSpan.FromHours(1);

    /// <summary>The lag of each partition that has one.</summary>
    public SortedDictionary<int, long> Lags
    {
        get
        {
            SortedDictionary<int, long> lags = [];
            foreach (TopicPartition partition in topic.Partitions)
            {
                if (Committed(partition) is { } offset && partition.EndOffset > partition.Clamp(offset))
                    lags[partition.Number] = partition.EndOffset - partition.Clamp(offset);
            }
            return lags;
        }
    }

    /// <summary>Partitions that no member reads.</summary>
    public List<int> UnassignedPartitions
        => PartitionNumbers(partition => !group.Members.Exists(member
            => member.Assignments.Exists(assignment => assignment.Topic == topic.Name && assignment.Partitions.Contains(partition.Number))));

    /// <summary>When production rose and by what factor, based on the messages of the last minutes; null if there was no burst.</summary>
    public (DateTimeOffset At, double Factor)? Burst
    {
        get
        {
            int recent = Count(now - RecentPeriod, now);
            double usual = Count(now - RecentPeriod - BaselinePeriod, now - RecentPeriod) * (RecentPeriod.TotalMinutes / BaselinePeriod.TotalMinutes);
            return usual > 0 && recent / usual >= BurstFactor ? (now - RecentPeriod, Math.Round(recent / usual, 3)) : null;
        }
    }

    /// <summary>The items of a report. The reference names only one, fetch_error; the others use the names of the pre-checks.</summary>
    public IEnumerable<DiagnosedItem> Items =>
    [
        FetchErrors(),
        new() { Dimension = "server", Name = "cpu" },
        new() { Dimension = "server", Name = "ram" },
        Subscription(),
        Backlog(),
        Production(),
    ];

    /// <summary>Partitions without a committed offset, which cannot be diagnosed.</summary>
    private List<int> UncommittedPartitions => PartitionNumbers(partition => Committed(partition) is null);

    private DiagnosedItem FetchErrors()
    {
        List<int> lost = PartitionNumbers(partition => !partition.HasLeader);
        List<int> wrong = PartitionNumbers(partition => partition.HasLeader && Committed(partition) is { } offset && offset != partition.Clamp(offset));
        DiagnosedItem item = new()
        {
            Dimension = "server",
            Name = "fetch_error",
            IsFailed = UncommittedPartitions.Count == topic.Partitions.Count,
            Partitions = [.. lost.Concat(wrong).OrderBy(number => number)],
            FailedPartitions = UncommittedPartitions,
            // For a partition without a leader, report its preferred leader.
            Brokers =
            [
                .. wrong.Select(number => topic.Partitions[number].Leader).Concat(lost.Select(number => topic.Partitions[number].Replicas[0]))
                    .Distinct().OrderBy(broker => broker),
            ],
        };
        if (wrong.Count > 0)
            item.Causes.Add(Cause(1, ("ERROR_CODE", OffsetOutOfRange)));
        if (lost.Count > 0)
            item.Causes.Add(Cause(1, ("ERROR_CODE", LeaderNotAvailable)));
        return item;
    }

    private DiagnosedItem Subscription()
    {
        DiagnosedItem item = new() { Dimension = "consumer", Name = "subscription", Partitions = UnassignedPartitions };
        if (UnassignedPartitions.Count > 0)
            item.Causes.Add(Cause(1, ("MEMBERS", WireText.Of(group.Members.Count))));
        return item;
    }

    private DiagnosedItem Backlog()
    {
        SortedDictionary<int, long> lags = Lags;
        DiagnosedItem item = new()
        {
            Dimension = "consumer",
            Name = "lag",
            IsFailed = UncommittedPartitions.Count == topic.Partitions.Count,
            Partitions = [.. lags.Keys],
            FailedPartitions = UncommittedPartitions,
        };
        if (lags.Count == 0)
            return item;
        item.Causes.Add(Cause(1, ("BACKLOG", WireText.Of(lags.Values.Sum()))));
        if (group.Members.Count < topic.Partitions.Count)
            item.Causes.Add(Cause(2, ("MEMBERS", WireText.Of(group.Members.Count)), ("PARTITIONS", WireText.Of(topic.Partitions.Count))));
        KeyValuePair<int, long> worst = lags.OrderByDescending(lag => lag.Value).First();
        if (topic.Partitions.Count > 1 && worst.Value > SkewFactor * lags.Values.Sum() / topic.Partitions.Count)
            item.Causes.Add(Cause(3, ("PARTITION", WireText.Of(worst.Key)), ("BACKLOG", WireText.Of(worst.Value))));
        return item;
    }

    private DiagnosedItem Production()
    {
        DiagnosedItem item = new() { Dimension = "producer", Name = "produce" };
        if (Burst is { } burst)
            item.Causes.Add(Cause(1, ("FACTOR", burst.Factor.ToString(CultureInfo.InvariantCulture))));
        return item;
    }

    private long? Committed(TopicPartition partition) => group.Find(topic.Name, partition.Number)?.Offset;

    private List<int> PartitionNumbers(Func<TopicPartition, bool> which) => [.. topic.Partitions.Where(which).Select(partition => partition.Number)];

    private int Count(DateTimeOffset from, DateTimeOffset until)
        => topic.Partitions.Sum(partition => partition.Messages.Count(message => message.Time > from && message.Time <= until));

    /// <summary>
    /// The reference does not explain the cause ids; its example uses 1 with an error code. The other ids are the emulator's own.
    /// </summary>
    private static DiagnosedCause Cause(int id, params (string Name, string Value)[] parameters)
        => new() { Id = id, Parameters = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value) };
}

using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Client.Tests.ConsumerGroups;

/// <summary>
/// Offset plans, compared with a log that is actually walked through: the oracle knows individual messages and shares no arithmetic with
/// the planner.
/// </summary>
public sealed class OffsetPlannerTests
{
    private const string Topic = "orders";
    private static readonly DateTimeOffset Noon = new(2024, 5, 6, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A partition with its retained offsets, one message per minute from noon.</summary>
    private sealed record Log(long Start, int Count)
    {
        public IReadOnlyList<long> Kept => [.. Enumerable.Range(0, Count).Select(place => Start + place)];

        public long Next => Kept.Count == 0 ? Start : Kept[^1] + 1;

        public PartitionRange Range => new(0, Start, Next);

        /// <summary>All possible positions of a group: before each message, and after the last.</summary>
        public IReadOnlyList<long> Places => [.. Kept, Next];

        public static DateTimeOffset TimeOf(int place) => Noon.AddMinutes(place);
    }

    public static TheoryData<string, long, int, long?, long?, bool, string> Cases => new()
    {
        // target, start, count, current → expected, clamped, status
        { "earliest", 40, 5, 43, 40, false, "Planned" },
        { "earliest", 40, 5, 40, 40, false, "Unchanged" },
        { "earliest", 40, 0, 40, 40, false, "Unchanged" },
        { "earliest", 40, 5, null, 40, false, "Planned" },
        { "earliest", 40, 5, 7, 40, false, "Planned" },
        { "latest", 40, 5, 43, 45, false, "Planned" },
        { "latest", 40, 5, 45, 45, false, "Unchanged" },
        { "latest", 40, 0, 12, 40, false, "Planned" },
        { "latest", 40, 5, null, 45, false, "Planned" },
        { "offset 42", 40, 5, 43, 42, false, "Planned" },
        { "offset 0", 40, 5, 43, 40, true, "Planned" },
        { "offset 40", 40, 5, 43, 40, false, "Planned" },
        { "offset 45", 40, 5, 43, 45, false, "Planned" },
        { "offset 46", 40, 5, 43, 45, true, "Planned" },
        { "offset 9223372036854775807", 40, 5, 43, 45, true, "Planned" },
        { "offset 46", 40, 5, 45, 45, true, "Unchanged" },
        { "offset 3", 40, 0, null, 40, true, "Planned" },
        { "shift 1", 40, 5, 43, 44, false, "Planned" },
        { "shift -3", 40, 5, 43, 40, false, "Planned" },
        { "shift -4", 40, 5, 43, 40, true, "Planned" },
        { "shift 3", 40, 5, 43, 45, true, "Planned" },
        { "shift 0", 40, 5, 43, 43, false, "Unchanged" },
        { "shift 0", 40, 5, 7, 40, true, "Planned" },
        { "shift 10", 40, 5, 7, 40, true, "Planned" },
        { "shift 35", 40, 5, 7, 42, false, "Planned" },
        { "shift 9223372036854775807", 40, 5, 43, 45, true, "Planned" },
        { "shift -9223372036854775808", 40, 5, 43, 40, true, "Planned" },
        { "shift 1", 40, 5, null, null, false, "Refused" },
        { "current", 40, 5, 43, 43, false, "Unchanged" },
        { "current", 40, 5, 7, 40, true, "Planned" },
        { "current", 40, 5, 99, 45, true, "Planned" },
        { "current", 40, 0, 40, 40, false, "Unchanged" },
        { "current", 40, 5, null, null, false, "Refused" },
        { "minute -1", 40, 5, 43, 40, true, "Planned" },
        { "minute 0", 40, 5, 43, 40, false, "Planned" },
        { "minute 3", 40, 5, 43, 43, false, "Unchanged" },
        { "minute 2.5", 40, 5, 44, 43, false, "Planned" },
        { "minute 4", 40, 5, 43, 44, false, "Planned" },
        { "minute 5", 40, 5, 43, 45, true, "Planned" },
        { "minute 900000", 40, 5, null, 45, true, "Planned" },
        { "minute 1", 40, 0, 12, 40, true, "Planned" },
        { "nowhere", 40, 5, 43, null, false, "Planned" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_target_is_planned_at_every_edge(string scenario, long start, int count, long? current, long? expected, bool clamped, string status)
    {
        Log log = new(start, count);
        (OffsetTarget target, TimePosition? position) = Read(scenario, log);

        OffsetResetPlan plan = OffsetPlanner.Plan(target, Topic, 0, log.Range, current, position);

        Assert.Equal((expected, clamped, status), (plan.TargetOffset, plan.Clamped, plan.Status.ToString()));
        Assert.Equal((current, start, log.Next), (plan.CurrentOffset, plan.StartOffset!.Value, plan.EndOffset!.Value));
        Assert.Equal(status == "Refused", plan.Message is not null);
    }

    [Fact]
    public void A_partition_that_does_not_exist_is_rejected_by_name()
    {
        OffsetResetPlan plan = OffsetPlanner.Plan(OffsetTarget.Latest, Topic, 9, range: null, current: 3);

        Assert.Equal((OffsetResetStatus.Refused, null, null), (plan.Status, plan.TargetOffset, plan.EndOffset));
        Assert.Equal("Topic 'orders' has no partition 9.", plan.Message);
        Assert.Empty(OffsetPlanner.Requests([plan], OffsetTarget.Latest, partitionCount: 6));
    }

    [Fact]
    public void Any_target_is_within_the_log_and_the_change_is_correct()
        => Prop.ForAll(Situations(), situation =>
        {
            (Log log, OffsetTarget target, long? current, TimePosition? position) = situation;
            OffsetResetPlan plan = OffsetPlanner.Plan(target, Topic, 0, log.Range, current, position);
            return plan.Status == OffsetResetStatus.Refused
                ? plan.TargetOffset is null && current is null && plan.Change is null
                : log.Places.Contains(plan.TargetOffset!.Value)
                    && plan.Change == (current is null ? null : plan.TargetOffset - current)
                    && (plan.Status == OffsetResetStatus.Unchanged) == (plan.TargetOffset == current);
        }).Check(Trials.Of(100));

    [Fact]
    public void The_target_is_the_closest_offset_to_the_requested_one()
        => Prop.ForAll(Situations(), situation =>
        {
            (Log log, OffsetTarget target, long? current, TimePosition? position) = situation;
            OffsetResetPlan plan = OffsetPlanner.Plan(target, Topic, 0, log.Range, current, position);
            if (plan.Status == OffsetResetStatus.Refused)
                return true;
            // In a type that cannot overflow.
            Int128 asked = target.Kind switch
            {
                OffsetTargetKind.Earliest => log.Places[0],
                OffsetTargetKind.Latest => log.Places[^1],
                OffsetTargetKind.Offset => target.Number,
                OffsetTargetKind.Shift => (Int128)current!.Value + target.Number,
                OffsetTargetKind.Current => current!.Value,
                _ => log.Kept.Where((_, place) => Log.TimeOf(place) >= target.Time).Select(offset => (long?)offset).FirstOrDefault() ?? log.Next,
            };
            Int128 nearest = log.Places.MinBy(place => Int128.Abs(place - asked));
            return plan.TargetOffset == (long)nearest && (target.Kind == OffsetTargetKind.Time || plan.Clamped == (nearest != asked));
        }).Check(Trials.Of(100));

    /// <summary>Applies each request as 5.6.5 describes; afterwards every partition must be at its planned offset.</summary>
    [Fact]
    public void The_requests_carry_out_the_plan_however_often_they_are_sent()
        => Prop.ForAll(
            Situations(),
            Gen.ListOf(Gen.Choose(0, 9).Zip(Gen.Choose(0, 3))).Select(logs => logs.Take(6).ToList()).ToArbitrary(),
            (situation, sizes) =>
            {
                (Log first, OffsetTarget target, long? current, _) = situation;
                Log[] logs = [first, .. sizes.Select(size => new Log(size.Item1 * 7, size.Item2))];
                OffsetResetPlan[] plans =
                [
                    .. logs.Select((log, number) => OffsetPlanner.Plan(
                        target, Topic, number, log.Range with { Partition = number }, current, target.Kind == OffsetTargetKind.Time ? PositionOf(log, target.Time) : null)),
                ];
                long?[] stands = [.. logs.Select(_ => current)];
                List<(OffsetReset Request, IReadOnlyList<OffsetResetPlan> Plans)> requests = OffsetPlanner.Requests(plans, target, logs.Length).ToList();
                foreach ((OffsetReset request, _) in requests.Concat(requests))
                    Serve(logs, stands, request);

                bool isFewest = plans.Count(plan => plan.Status == OffsetResetStatus.Planned) is var changing
                    && requests.Count <= changing && (requests.Count <= 1 || target.Kind is OffsetTargetKind.Shift or OffsetTargetKind.Current);
                return isFewest && plans.Zip(stands).All(pair => pair.First.Status == OffsetResetStatus.Refused
                    ? pair.Second == current
                    : pair.Second == pair.First.TargetOffset);
            }).Check(Trials.Of(100));

    [Fact]
    public void Part_of_a_topic_is_never_reset_with_a_request_for_all_of_it()
    {
        OffsetResetPlan[] plans = [.. Enumerable.Range(0, 3).Select(number => OffsetPlanner.Plan(OffsetTarget.Earliest, Topic, number, new(number, 5, 9), 7))];

        Assert.Null(Assert.Single(OffsetPlanner.Requests(plans, OffsetTarget.Earliest, partitionCount: 3)).Request.Partition);
        Assert.Equal([0, 1, 2], OffsetPlanner.Requests(plans, OffsetTarget.Earliest, partitionCount: 4).Select(request => request.Request.Partition!.Value));
        Assert.Equal([0, 1, 2], OffsetPlanner.Requests(plans, target: null, partitionCount: 3).Select(request => request.Request.Partition!.Value));
        Assert.All(OffsetPlanner.Requests(plans, target: null, partitionCount: 3), request => Assert.Equal(5, request.Request.Offset));
    }

    [Fact]
    public void A_plan_survives_a_round_trip_through_a_file()
    {
        OffsetResetPlan plan = OffsetPlanner.Plan(OffsetTarget.From(Noon.AddMilliseconds(7)), Topic, 0, new(0, 1, 9), 3);

        Assert.Equal("2024-05-06T12:00:00.007Z", plan.TargetTime);
        Assert.Equal(Noon.AddMilliseconds(7), new OffsetResetPlan { TargetTime = plan.TargetTime }.Time);
    }

    [Fact]
    public void The_text_of_a_plan_contains_what_is_known()
    {
        OffsetResetPlan plan = new() { ConsumerGroup = "billing", Topic = Topic };
        Assert.Equal($"billing {Topic}", plan.ToString());

        plan.Partition = 2;
        Assert.Equal($"billing {Topic}/2", plan.ToString());

        plan.TargetOffset = 9;
        Assert.Equal($"billing {Topic}/2: - -> 9", plan.ToString());

        (plan.CurrentOffset, plan.TargetOffset, plan.TargetTime) = (7, null, "2024-05-06T12:00:00Z");
        Assert.Equal($"billing {Topic}/2: 7 -> 2024-05-06T12:00:00.000Z", plan.ToString());
    }

    private static void Serve(Log[] logs, long?[] stands, OffsetReset request)
    {
        for (int number = 0; number < logs.Length; number++)
        {
            if (request.Partition is { } only && only != number)
                continue;
            Log log = logs[number];
            stands[number] = request.Time is { } time
                ? log.Kept.Where((_, place) => Log.TimeOf(place) >= time).Select(offset => (long?)offset).FirstOrDefault() ?? log.Next
                : log.Places.Where(place => place <= request.Offset).DefaultIfEmpty(log.Places[0]).Max();
        }
    }

    private static TimePosition PositionOf(Log log, DateTimeOffset time)
    {
        int place = Enumerable.Range(0, log.Count).Where(index => Log.TimeOf(index) >= time).DefaultIfEmpty(-1).First();
        return place < 0 ? new(log.Next, IsOutside: true) : new(log.Kept[place], IsOutside: place == 0 && time < Log.TimeOf(0));
    }

    private static (OffsetTarget Target, TimePosition? Position) Read(string scenario, Log log)
    {
        string[] words = scenario.Split(' ');
        if (words[0] == "minute")
        {
            OffsetTarget time = OffsetTarget.From(Noon.AddMinutes(double.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)));
            return (time, PositionOf(log, time.Time));
        }
        return (words[0] switch
        {
            "earliest" => OffsetTarget.Earliest,
            "latest" => OffsetTarget.Latest,
            "offset" => OffsetTarget.At(long.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)),
            "shift" => OffsetTarget.By(long.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)),
            "current" => OffsetTarget.Current,
            _ => OffsetTarget.From(Noon),
        }, null);
    }

    private static Arbitrary<(Log Log, OffsetTarget Target, long? Current, TimePosition? Position)> Situations()
    {
        Gen<long> numbers = Gen.OneOf(
            Gen.Choose(-60, 60).Select(number => (long)number),
            Gen.Elements(long.MinValue, long.MaxValue, long.MaxValue - 1, 0L, 9007199254740991L));
        Gen<long?> currents = Gen.OneOf(Gen.Constant((long?)null), Gen.Choose(0, 60).Select(number => (long?)number), Gen.Constant((long?)long.MaxValue));
        return (
            from start in Gen.Choose(0, 40)
            from count in Gen.Choose(0, 12)
            from kind in Gen.Choose(0, 5)
            from number in numbers
            from minutes in Gen.Choose(-3, 15)
            from current in currents
            let log = new Log(start, count)
            let target = kind switch
            {
                0 => OffsetTarget.Earliest,
                1 => OffsetTarget.Latest,
                2 => OffsetTarget.At(Math.Max(number, 0)),
                3 => OffsetTarget.By(number),
                4 => OffsetTarget.Current,
                _ => OffsetTarget.From(Noon.AddMinutes(minutes)),
            }
            select (log, target, current, kind == 5 ? PositionOf(log, target.Time) : null)).ToArbitrary();
    }
}

using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class ReassignmentPlannerTests
{
    [Fact]
    public void A_topic_is_spread_over_brokers()
    {
        ReassignmentPlanner planner = Planner();

        TopicReassignment plan = Assert.Single(planner.Plan([new("orders", null, [4, 2, 0])]));

        Assert.Empty(planner.Refusals);
        Assert.Equal([4, 2, 0], plan.Brokers);
        Assert.Null(plan.ReplicationFactor);
        Assert.Null(plan.Assignment);
    }

    [Fact]
    public void If_the_brokers_are_unknown_the_service_decides()
    {
        ReassignmentPlanner planner = new("kafka-dev", new Dictionary<string, Topic> { ["t"] = new Topic { Name = "t", PartitionCount = 3, ReplicationFactor = 3 } }, []);

        Assert.Equal([7, 8, 9], Assert.Single(planner.Plan([new("t", null, [7, 8, 9])])).Brokers);
    }

    [Fact]
    public void Any_of_several_rows_can_set_the_number_of_replicas()
    {
        TopicReassignment plan = Assert.Single(Planner().Plan([new("orders", null, [0, 1]), new("orders", null, [2, 3], 4)]));

        Assert.Equal([0, 1, 2, 3], plan.Brokers);
        Assert.Equal(4, plan.ReplicationFactor);
    }

    [Fact]
    public void Rows_of_single_replicas_are_combined_into_partitions()
    {
        TopicReassignment plan = Assert.Single(Planner().Plan(
            [new("orders", 1, [2]), new("orders", 0, [0]), new("orders", 1, [3]), new("orders", 0, [1]), new("orders", 1, [4]), new("orders", 0, [2])]));

        Assert.Equal(["0: 0,1,2", "1: 2,3,4"], plan.Assignment!.Select(place => place.ToString()));
    }

    [Fact]
    public void The_number_of_replicas_must_change_for_all_partitions()
    {
        Assert.Single(Planner().Plan([new("orders", 0, [0, 1]), new("orders", 1, [1, 2]), new("orders", 2, [2, 3])]));
        Assert.Empty(Planner().Plan([new("orders", 0, [0, 1]), new("orders", 1, [1, 2])]));
    }

    [Fact]
    public void A_topic_that_cannot_be_planned_does_not_affect_the_others()
    {
        ReassignmentPlanner planner = Planner();

        List<TopicReassignment> plans = planner.Plan([new("nope", null, [0, 1, 2]), new("orders", null, [0, 1, 2]), new("clicks", 9, [0, 1, 2])]);

        Assert.Equal(["orders"], plans.Select(plan => plan.Topic));
        Assert.Equal(["HuaweiDms.NotFound", "HuaweiDms.InvalidArgument"], planner.Refusals.Select(refusal => refusal.Id));
    }

    public static TheoryData<string, string, int?, int[], int?> Refused => new()
    {
        { "Broker", "spread", null, [0, 1, 5], null },
        { "Broker", "spread", null, [0, 1, 1], null },
        { "Broker", "spread", null, [], null },
        { "ReplicationFactor", "spread", null, [0, 1], null },
        { "ReplicationFactor", "spread", null, [0, 1, 2], 4 },
        { "ReplicationFactor", "spread", null, [0, 1, 2], 0 },
        { "Broker", "assign", 0, [0, 1, 5], null },
        { "Broker", "assign", 0, [0, 1, 1], null },
        { "Broker", "assign", 0, [0, 1], null },
        { "Partition", "assign", 3, [0, 1, 2], null },
        { "ReplicationFactor", "assign", 0, [0, 1, 2], 2 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_invalid_row_is_refused_with_its_parameter(string parameter, string kind, int? partition, int[] brokers, int? replicas)
    {
        Assert.NotEmpty(kind);
        ReassignmentPlanner planner = Planner();

        Assert.Empty(planner.Plan([new("orders", partition, brokers, replicas)]));
        Assert.StartsWith($"-{parameter} {(kind == "spread" && brokers.Length == 0 ? "is missing" : "cannot be")}", Assert.Single(planner.Refusals).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_cannot_be_spread_and_placed_in_one_plan()
    {
        ReassignmentPlanner planner = Planner();

        Assert.Empty(planner.Plan([new("orders", null, [0, 1, 2]), new("orders", 0, [0, 1, 2])]));
        Assert.Single(planner.Refusals);
    }

    [Fact]
    public void For_any_rows_every_plan_keeps_the_rules()
        => Check.QuickThrowOnFailure(Prop.ForAll(Rows().ToArbitrary(), rows =>
        {
            ReassignmentPlanner planner = Planner();
            List<TopicReassignment> plans = planner.Plan(rows);
            string[] told = [.. plans.Select(plan => plan.Topic), .. planner.Refusals.Select(refusal => (string)refusal.Target!)];
            return told.Order(StringComparer.Ordinal).SequenceEqual(rows.Select(row => row.Topic).Distinct().Order(StringComparer.Ordinal), StringComparer.Ordinal)
                && plans.TrueForAll(IsLawful);
        }));

    private static bool IsLawful(TopicReassignment plan)
    {
        IReadOnlyList<int>[] lists = plan.Assignment is { } places ? [.. places.Select(place => place.Brokers)] : [plan.Brokers!];
        bool isWhole = plan.Assignment is null || plan.Assignment.Count == 3 || lists[0].Count == 3;
        return isWhole
            && lists.Select(list => list.Count).Distinct().Count() == 1
            && lists.All(list => list.Count > 0 && list.Distinct().Count() == list.Count && list.All(broker => broker is >= 0 and < 5))
            && (plan.Assignment?.All(place => place.Partition is >= 0 and < 3) ?? true);
    }

    private static Gen<List<PlanRow>> Rows()
    {
        Gen<PlanRow> row =
            from topic in Gen.Elements("orders", "clicks", "nope")
            from partition in Gen.Elements<int?>(null, 0, 1, 2, 3)
            from brokers in Gen.Choose(-1, 5).ArrayOf()
            from replicas in Gen.Elements<int?>(null, null, 0, 2, 3)
            select new PlanRow(topic, partition, brokers, replicas);
        return row.ListOf().Select(rows => rows.ToList());
    }

    private static ReassignmentPlanner Planner()
        => new(
            "kafka-x",
            new Dictionary<string, Topic>(StringComparer.Ordinal) { ["orders"] = Topic("orders"), ["clicks"] = Topic("clicks") },
            [0, 1, 2, 3, 4]);

    private static Topic Topic(string name) => new() { Name = name, PartitionCount = 3, ReplicationFactor = 3 };
}

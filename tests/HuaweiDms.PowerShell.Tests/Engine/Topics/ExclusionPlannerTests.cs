using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class ExclusionPlannerTests
{
    [Fact]
    public void Only_replicas_on_the_excluded_broker_are_replaced_in_their_position()
    {
        List<TopicReassignment> plans = Plan([2], [0, 1, 2, 3, 4], ("orders", 0, [0, 2, 1]), ("orders", 1, [0, 1, 3]), ("orders", 2, [2, 0, 1]), ("clicks", 0, [0, 1]));

        TopicReassignment plan = Assert.Single(plans);
        Assert.Equal("orders", plan.Topic);
        Assert.Equal(["0: 0,4,1", "2: 3,0,1"], plan.Assignment!.Select(place => place.ToString()));
    }

    [Fact]
    public void Among_equal_brokers_the_one_with_the_fewest_preferred_leaders_leads()
    {
        List<TopicReassignment> plans = Plan([0], [0, 1, 2], ("a", 0, [0]), ("b", 0, [1, 2]), ("c", 0, [1, 2]));

        Assert.Equal("0: 2", Assert.Single(Assert.Single(plans).Assignment!).ToString());
    }

    [Fact]
    public void A_broker_that_is_down_receives_no_replicas_and_keeps_its_own()
        => Assert.Equal("0: 3,1", Assert.Single(Assert.Single(Plan([0], [0, 2, 3], ("a", 0, [0, 1]), ("b", 0, [2, 1]))).Assignment!).ToString());

    /// <summary>The first partition takes the emptiest broker, which another partition needs more.</summary>
    [Fact]
    public void An_early_choice_is_revised_if_another_is_better()
    {
        List<TopicReassignment> plans = Plan([0], [0, 1, 2], ("a", 0, [0]), ("b", 0, [2, 0]), ("c", 0, [2, 0]), ("d", 0, [2, 0]), ("e", 0, [1]), ("f", 0, [1]));

        Assert.Equal(["0: 2", "0: 2,1", "0: 2,1", "0: 2,1"], plans.SelectMany(plan => plan.Assignment!).Select(place => place.ToString()));
    }

    [Fact]
    public void A_topic_with_too_few_other_brokers_is_refused_and_does_not_affect_the_others()
    {
        ExclusionPlanner planner = new([2], [0, 1, 2]);

        List<TopicReassignment> plans = planner.Plan(Balance.Of(Replicas([("orders", 0, [0, 1]), ("orders", 1, [0, 1, 2]), ("clicks", 0, [2])]), []));

        Assert.Equal(["clicks"], plans.Select(plan => plan.Topic));
        Failure refusal = Assert.Single(planner.Refusals);
        Assert.Equal(("HuaweiDms.InvalidArgument", "orders"), (refusal.Id, refusal.Target));
        Assert.Equal("-ExcludeBroker cannot be '2': for topic orders, partition 1 has 3 replicas, each of which needs a broker of its own, and the brokers that are up and not excluded are 0, 1.", refusal.Message);
    }

    [Fact]
    public void For_any_cluster_every_plan_keeps_the_rules()
        => Check.One(Trials.Of(500), Prop.ForAll(Cases().ToArbitrary(), one =>
        {
            ExclusionPlanner planner = new(one.Excluded, one.Up);
            Balance balance = Balance.Of(Replicas(one.Partitions), one.Up);
            Dictionary<string, int[]> planned = planner.Plan(balance)
                .SelectMany(plan => plan.Assignment!, (plan, place) => (Key: $"{plan.Topic}-{place.Partition}", place.Brokers))
                .ToDictionary(place => place.Key, place => place.Brokers.ToArray());
            string[] refused = [.. planner.Refusals.Select(refusal => (string)refusal.Target!)];
            Dictionary<string, int[]> after = one.Partitions.ToDictionary(Key, partition => planned.GetValueOrDefault(Key(partition), partition.Brokers));
            int LoadOf(int broker) => after.Values.Count(place => place.Contains(broker));

            return one.Partitions.All(partition =>
            {
                int[] place = after[Key(partition)];
                bool isConcerned = partition.Brokers.Any(one.Excluded.Contains);
                if (!isConcerned || refused.Contains(partition.Topic))
                    return !planned.ContainsKey(Key(partition));
                return place.Length == partition.Brokers.Length
                    && place.Distinct().Count() == place.Length
                    && !place.Any(one.Excluded.Contains)
                    && partition.Brokers.Zip(place, (was, is_) => one.Excluded.Contains(was) ? one.Up.Contains(is_) : was == is_).All(kept => kept)
                    && place.Except(partition.Brokers).All(taker => one.Up.Except(one.Excluded).Except(place).All(other => LoadOf(taker) <= LoadOf(other) + 1));
            });
        }));

    private static string Key((string Topic, int Number, int[] Brokers) partition) => $"{partition.Topic}-{partition.Number}";

    private static List<TopicReassignment> Plan(int[] excluded, int[] up, params (string Topic, int Number, int[] Brokers)[] partitions)
        => new ExclusionPlanner(excluded, up).Plan(Balance.Of(Replicas(partitions), up));

    private static TopicReplica[] Replicas(IEnumerable<(string Topic, int Number, int[] Brokers)> partitions)
        => [.. partitions.SelectMany(partition => partition.Brokers, (partition, broker) => new TopicReplica { Topic = partition.Topic, Partition = partition.Number, Broker = broker })];

    /// <summary>Up to seven brokers, some of them down, some excluded, and topics with any number of replicas.</summary>
    private static Gen<(int[] Excluded, int[] Up, (string Topic, int Number, int[] Brokers)[] Partitions)> Cases()
        => from count in Gen.Choose(1, 7)
           let brokers = Enumerable.Range(0, count).ToArray()
           from excluded in Gen.SubListOf(brokers)
           from down in Gen.SubListOf(brokers)
           from topics in Gen.Choose(1, count).SelectMany(factor =>
               Gen.Shuffle(brokers).Select(order => order.Take(factor).ToArray()).ListOf()).ListOf(3)
           select (excluded.ToArray(), brokers.Except(down).ToArray(), topics.SelectMany((topic, index) => topic.Select((place, number) => ($"topic-{index}", number, place))).ToArray());
}

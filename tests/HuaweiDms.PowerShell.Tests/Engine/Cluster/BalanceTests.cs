using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class BalanceTests
{
    [Fact]
    public void Leaders_and_replicas_are_counted_per_broker_including_empty_brokers()
    {
        Balance balance = Balance.Of([.. Partition("orders", 0, leader: 0, [0, 1]), .. Partition("orders", 1, leader: 0, [1, 0])], [0, 1, 2]);

        Assert.Equal([(0, 2, 1, 2, 200L), (1, 0, 1, 2, 200L), (2, 0, 0, 0, 0L)], balance.Loads.Select(load => (load.Broker, load.Leaders, load.Preferred, load.Replicas, load.Bytes)));
        Assert.Equal(1, balance.TopicCount);
    }

    [Fact]
    public void Brokers_are_listed_by_number()
    {
        Balance balance = Balance.Of([.. Partition("orders", 0, leader: 2, [2, 1])], [3, 0]);

        Assert.Equal([0, 1, 2, 3], balance.Loads.Select(load => load.Broker));
    }

    [Fact]
    public void Partitions_with_problems_are_listed()
    {
        Balance balance = Balance.Of(
            [.. Partition("a", 0, leader: 0, [0, 1]), .. Partition("b", 1, leader: 1, [0, 1]), .. Partition("c", 2, leader: null, [0, 1], lacking: [0, 1]), .. Partition("d", 3, leader: 0, [0, 1], lacking: [1])],
            []);

        Assert.Equal("b", Assert.Single(balance.NonPreferredLeader).Topic);
        Assert.Equal("c", Assert.Single(balance.Offline).Topic);
        Assert.Equal(["c", "d"], balance.UnderReplicated.Select(partition => partition.Topic));
        Assert.Equal([1], balance.UnderReplicated[1].OutOfSync);
    }

    [Fact]
    public void A_partition_knows_its_instance_and_can_be_a_row_of_a_plan()
    {
        TopicReplica[] replicas = [.. Partition("orders", 4, leader: 1, [2, 1], lacking: [2])];
        foreach (TopicReplica replica in replicas)
            (replica.Context, replica.InstanceId, replica.Instance) = ("prod", "8959ab1c-7a1a-41b1-a05a-93dfc361b32d", "kafka-prod");

        PlacedPartition partition = Assert.Single(PlacedPartition.Of(replicas));
        Assert.Equal(("prod", replicas[0].InstanceId, "kafka-prod"), (partition.Context, partition.InstanceId, partition.Instance));
        Assert.Equal((4, 1, 2, "orders-4"), (partition.Partition, partition.Leader, partition.PreferredLeader, partition.ToString()));
        Assert.Equal([2, 1], partition.Broker);
        Assert.Equal([2], partition.OutOfSync);
    }

    [Fact]
    public void Topics_are_listed_by_their_risk()
    {
        Topic[] topics =
        [
            new() { Name = "fine", ReplicationFactor = 3 },
            new() { Name = "single", ReplicationFactor = 1 },
            new() { Name = "strict", ReplicationFactor = 2, ConfigDetails = [new() { Name = "min.insync.replicas", ValueText = "2" }] },
            new() { Name = "unread", ReplicationFactor = 3 },
        ];
        TopicReplica[] replicas = [new() { Topic = "fine", EndOffset = 5, ConsumerGroups = ["billing"] }, new() { Topic = "unread", EndOffset = 5 }];

        Assert.Equal([("single", true), ("strict", true), ("unread", false)], TopicIssue.Of(topics, 3, replicas).Select(issue => (issue.Topic, issue.IsRisk)));
        Assert.Equal([("strict", true)], TopicIssue.Of(topics, 1, []).Select(issue => (issue.Topic, issue.IsRisk)));
    }

    private static IEnumerable<TopicReplica> Partition(string topic, int number, int? leader, int[] brokers, int[]? lacking = null)
        => brokers.Select(broker => new TopicReplica
        {
            Topic = topic,
            Partition = number,
            Broker = broker,
            IsLeader = broker == leader,
            InSync = lacking?.Contains(broker) != true,
            SizeBytes = 100,
        });
}

using System.Collections;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>Plans of replicas in every form that somebody may have them in.</summary>
public sealed class PlanReaderTests
{
    private readonly List<Failure> _failures = [];

    [Fact]
    public void A_row_is_read_by_any_of_its_names()
    {
        object[] rows =
        [
            new Hashtable { ["Topic"] = "orders", ["Broker"] = "0,1,2", ["ReplicationFactor"] = 2 },
            new Hashtable { ["name"] = "orders", ["brokers"] = new object[] { 0, 1, 2 }, ["replication_factor"] = "2" },
        ];

        Assert.All(Read(rows), row => Assert.Equal(("orders", null, "0,1,2", 2), (row.Topic, row.Partition, string.Join(",", row.Brokers), row.ReplicationFactor)));
        Assert.Equal(2, Read(rows).Count);
    }

    [Fact]
    public void What_kafka_reassign_partitions_writes_is_read()
        => Assert.Equal(
            ["orders/0: 0,1", "clicks/3: 2,1"],
            Said(new Hashtable
            {
                ["version"] = 1,
                ["partitions"] = new object[]
                {
                    new Hashtable { ["topic"] = "orders", ["partition"] = 0, ["replicas"] = new object[] { 0, 1 } },
                    new Hashtable { ["topic"] = "clicks", ["partition"] = 3, ["replicas"] = new object[] { 2, 1 } },
                },
            }));

    [Fact]
    public void What_the_service_takes_is_read_with_the_topic_of_each_partition()
        => Assert.Equal(
            ["orders/1: 2,0", "clicks/: 1,2"],
            Said(new Hashtable
            {
                ["reassignments"] = new object[]
                {
                    new Hashtable
                    {
                        ["topic"] = "orders",
                        ["assignment"] = new object[] { new Hashtable { ["partition"] = 1, ["partition_brokers"] = new object[] { 2, 0 } } },
                    },
                    new Hashtable { ["topic"] = "clicks", ["brokers"] = new object[] { 1, 2 }, ["assignment"] = Array.Empty<object>() },
                },
            }));

    [Fact]
    public void A_partition_may_be_the_text_of_one_as_it_is_in_a_file_that_is_not_deep()
        => Assert.Equal(
            ["orders/0: 4,1,2", "orders/2: 0,1,4", "clicks/3: 2,1"],
            Said(
                new Hashtable { ["Topic"] = "orders", ["Brokers"] = null, ["Assignment"] = new object[] { "0: 4,1,2", "2: 0,1,4" } },
                new Hashtable { ["Topic"] = "clicks", ["Assignment"] = new object[] { new Hashtable { ["Partition"] = 3, ["Brokers"] = "2 1" } } }));

    [Fact]
    public void A_row_without_a_topic_or_brokers_or_with_what_is_no_number_is_told_and_the_others_are_read()
    {
        Assert.Equal(
            ["orders/0: 1"],
            Said(
                new Hashtable { ["Broker"] = 1 },
                new Hashtable { ["Topic"] = "orders" },
                new Hashtable { ["Topic"] = "orders", ["Partition"] = -1, ["Broker"] = 1 },
                new Hashtable { ["Topic"] = "orders", ["Partition"] = 0, ["Broker"] = "one" },
                new Hashtable { ["Topic"] = "orders", ["Broker"] = 1, ["ReplicationFactor"] = "many" },
                new Hashtable { ["Topic"] = "orders", ["Partition"] = 0, ["Broker"] = 1 }));
        Assert.Equal(
            ["Plan", "Plan", "Partition", "Broker", "ReplicationFactor"],
            _failures.Select(failure => failure.Message.Split(' ')[0].TrimStart('-')));
    }

    private IReadOnlyList<PlanRow> Read(params object[] plan) => [.. new PlanReader(cmdlet: null!).Read(plan, _failures.Add)];

    private IEnumerable<string> Said(params object[] plan) => Read(plan).Select(row => $"{row.Topic}/{row.Partition}: {string.Join(",", row.Brokers)}");
}

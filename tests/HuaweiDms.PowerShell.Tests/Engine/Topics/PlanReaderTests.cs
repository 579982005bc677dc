using System.Collections;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>Reassignment plans in every supported form.</summary>
public sealed class PlanReaderTests
{
    private readonly List<Failure> _failures = [];

    [Fact]
    public void A_row_is_read_by_any_of_its_column_names()
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
    public void The_format_of_kafka_reassign_partitions_is_read()
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
    public void The_format_of_the_service_is_read_with_the_topic_of_each_partition()
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
    public void A_partition_may_be_text_as_in_a_shallow_JSON_file()
        => Assert.Equal(
            ["orders/0: 4,1,2", "orders/2: 0,1,4", "clicks/3: 2,1"],
            Said(
                new Hashtable { ["Topic"] = "orders", ["Brokers"] = null, ["Assignment"] = new object[] { "0: 4,1,2", "2: 0,1,4" } },
                new Hashtable { ["Topic"] = "clicks", ["Assignment"] = new object[] { new Hashtable { ["Partition"] = 3, ["Brokers"] = "2 1" } } }));

    [Fact]
    public void An_invalid_row_is_reported_and_the_others_are_read()
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
        // The text of a hashtable is only the name of its type.
        Assert.Equal("…", _failures[0].Target);
    }

    private IReadOnlyList<PlanRow> Read(params object[] plan) => [.. new PlanReader(cmdlet: null!).Read(plan, _failures.Add)];

    private IEnumerable<string> Said(params object[] plan) => Read(plan).Select(row => $"{row.Topic}/{row.Partition}: {string.Join(",", row.Brokers)}");
}

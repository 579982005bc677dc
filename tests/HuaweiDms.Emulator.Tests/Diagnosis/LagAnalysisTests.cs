using HuaweiDms.Emulator.Diagnosis;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tests.Diagnosis;

/// <summary>The findings depend on logs, offsets and members only.</summary>
public sealed class LagAnalysisTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Group_without_lag_is_normal()
    {
        LagAnalysis analysis = new(Topic(100, 100), Group(("a", [0, 1]), 100, 100), Noon);

        Assert.Empty(analysis.Lags);
        Assert.Empty(analysis.UnassignedPartitions);
        Assert.All(analysis.Items, item => Assert.Equal("normal", item.Result));
    }

    [Fact]
    public void Messages_after_the_committed_offset_count_as_lag()
    {
        LagAnalysis analysis = new(Topic(100, 100, 100), Group(("a", [0, 1, 2]), 100, 90, 40), Noon);

        Assert.Equal([(1, 10L), (2, 60L)], analysis.Lags.Select(lag => (lag.Key, lag.Value)));
        DiagnosedItem lag = Item(analysis, "lag");
        Assert.Equal(("abnormal", "1,2"), (lag.Result, string.Join(",", lag.Partitions)));
        Assert.Equal(["70", "1", "2"], lag.Causes.Select(cause => cause.Parameters.Values.First()));
    }

    [Fact]
    public void Partition_without_consumer_is_reported()
    {
        LagAnalysis analysis = new(Topic(1, 1, 1), Group(("a", [1]), 1, 1, 1), Noon);

        Assert.Equal([0, 2], analysis.UnassignedPartitions);
        Assert.Equal("abnormal", Item(analysis, "subscription").Result);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void Offset_out_of_range_is_a_fetch_error(long offset)
    {
        KafkaTopic topic = Topic(100, 100);
        topic.Partitions[1].Replicas = [2];

        DiagnosedItem item = Item(new(topic, Group(("a", [0, 1]), 100, offset), Noon), "fetch_error");

        Assert.Equal(("abnormal", "1", "2"), (item.Result, string.Join(",", item.Partitions), string.Join(",", item.Brokers)));
        Assert.Equal("[1]", item.Causes[0].Parameters["ERROR_CODE"]);
    }

    [Fact]
    public void Without_committed_offsets_the_check_fails()
    {
        ConsumerGroup group = new() { Name = "g" };
        group.Commit("t", 0, 100);
        DiagnosedItem some = Item(new(Topic(100, 100), group, Noon), "lag");
        DiagnosedItem none = Item(new(Topic(100, 100), new() { Name = "g" }, Noon), "lag");

        Assert.Equal(("normal", "1"), (some.Result, string.Join(",", some.FailedPartitions)));
        Assert.Equal(("failed", "0,1"), (none.Result, string.Join(",", none.FailedPartitions)));
    }

    [Fact]
    public void Burst_is_measured_against_the_hour_before()
    {
        KafkaTopic topic = Topic(0);
        for (int minute = 64; minute > 5; minute--)
            topic.Partitions[0].Append(new() { Time = Noon.AddMinutes(-minute) });
        Assert.Null(new LagAnalysis(topic, Group(("a", [0]), 0), Noon).Burst);

        for (int number = 0; number < 50; number++)
            topic.Partitions[0].Append(new() { Time = Noon.AddMinutes(-1) });

        LagAnalysis analysis = new(topic, Group(("a", [0]), 0), Noon);
        Assert.InRange(analysis.Burst!.Value.Factor, 10, 11);
        Assert.Equal("abnormal", Item(analysis, "produce").Result);
    }

    private static DiagnosedItem Item(LagAnalysis analysis, string name) => Assert.Single(analysis.Items, item => item.Name == name);

    /// <summary>A topic with these numbers of messages in its partitions, all of them old.</summary>
    private static KafkaTopic Topic(params int[] counts)
    {
        KafkaTopic topic = KafkaTopic.Create("t", counts.Length, replicas: 1, brokers: [0, 1, 2], Noon);
        foreach (TopicPartition partition in topic.Partitions)
        {
            for (int number = 0; number < counts[partition.Number]; number++)
                partition.Append(new() { Time = Noon.AddDays(-1) });
        }

        return topic;
    }

    private static ConsumerGroup Group((string Member, int[] Partitions) member, params long[] offsets)
    {
        ConsumerGroup group = new() { Name = "g" };
        group.Members.Add(new() { Id = member.Member, Assignments = [new() { Topic = "t", Partitions = [.. member.Partitions] }] });
        for (int partition = 0; partition < offsets.Length; partition++)
            group.Commit("t", partition, offsets[partition]);
        return group;
    }
}

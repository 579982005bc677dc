namespace HuaweiDms.Client.Tests.ConsumerGroups;

public sealed class ConsumerLagTests
{
    [Theory]
    [InlineData(0, 0, 0, LagVerdict.Idle)]
    [InlineData(0, 0, 5, LagVerdict.Stuck)]
    [InlineData(0, 9, 14, LagVerdict.Stuck)]
    [InlineData(9, 9, 0, LagVerdict.KeepingUp)]
    [InlineData(9, 9, 5, LagVerdict.KeepingUp)]
    [InlineData(9, 2, 5, LagVerdict.CatchingUp)]
    [InlineData(9, 0, 0, LagVerdict.CatchingUp)]
    [InlineData(2, 9, 5, LagVerdict.FallingBehind)]
    [InlineData(-20, 0, 25, LagVerdict.Stuck)]
    public void Two_measurements_yield_a_verdict(long consumed, long produced, long lag, LagVerdict expected)
    {
        ConsumerLag before = new() { CurrentOffset = 100, EndOffset = 100 + lag + consumed - produced };
        ConsumerLag now = new() { CurrentOffset = 100 + consumed, EndOffset = 100 + lag + consumed, Lag = lag };

        now.MeasureSince(before, TimeSpan.FromSeconds(10));

        Assert.Equal(expected, now.Verdict);
        Assert.Equal((Math.Round(consumed / 10.0, 1), Math.Round(produced / 10.0, 1)), (now.ConsumedPerSecond, now.ProducedPerSecond));
    }

    [Fact]
    public void Without_committed_offsets_there_is_no_verdict()
    {
        ConsumerLag now = new() { EndOffset = 5 };

        now.MeasureSince(new() { EndOffset = 3 }, TimeSpan.FromSeconds(1));

        Assert.Null(now.Verdict);
    }

    [Fact]
    public void A_group_has_a_lag_for_each_partition_with_offsets_or_a_member()
    {
        ConsumerGroup group = new()
        {
            ConsumerGroup = "g",
            State = "STABLE",
            Members = [new() { ClientId = "c", Host = "/10.0.0.1", MemberId = "m", Assignments = [new() { Topic = "t", Partitions = [0, 1] }] }],
            Offsets = [new() { Topic = "t", Partition = 0, CurrentOffset = 3, EndOffset = 10, Lag = 7 }, new() { Topic = "u", Partition = 4, CurrentOffset = -1, EndOffset = 2 }],
        };

        IReadOnlyList<ConsumerLag> lags = ConsumerLag.Of(group);

        Assert.Equal(["g t/0: 7", "g u/4: ", "g t/1: "], lags.Select(lag => lag.ToString()));
        Assert.Equal(("c", "10.0.0.1", "m", "Stable"), (lags[0].ClientId, lags[0].Host, lags[0].MemberId, lags[0].State));
        Assert.Equal((null, null), (lags[1].CurrentOffset, lags[1].ClientId));
        Assert.Equal("c", lags[2].ClientId);

        ConsumerLagSummary summary = ConsumerLagSummary.Of(group, lags);
        Assert.Equal((7, 7, "t/0", 2, 3, 1), (summary.Lag, summary.LargestLag, summary.LargestLagAt, summary.TopicCount, summary.PartitionCount, summary.MemberCount));
        Assert.Equal((null, null), (summary.Verdict, summary.ConsumedPerSecond));
    }

    [Fact]
    public void A_member_that_reads_several_topics_is_the_reader_of_its_partitions_in_each()
    {
        ConsumerGroup group = new()
        {
            Members =
            [
                new() { MemberId = "m1", Assignments = [new() { Topic = "t", Partitions = [0] }, new() { Topic = "u", Partitions = [1] }] },
                new() { MemberId = "m2", Assignments = [new() { Topic = "t", Partitions = [1] }] },
            ],
        };

        Assert.Equal(["t/0 m1", "u/1 m1", "t/1 m2"], ConsumerLag.Of(group).Select(lag => $"{lag.Topic}/{lag.Partition} {lag.MemberId}"));
    }

    [Theory]
    [InlineData(61.9, 61)]
    [InlineData(0, 0)]
    [InlineData(-30, 0)]
    public void The_age_of_a_lag_is_in_whole_seconds_and_never_negative(double seconds, int expected)
    {
        DateTimeOffset now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        ConsumerLag lag = new() { Lag = 7 };

        lag.SetOldestUnread(now.AddSeconds(-seconds), now);
        Assert.Equal((now.AddSeconds(-seconds), TimeSpan.FromSeconds(expected)), (lag.OldestUnreadAt, lag.Age));

        lag.SetOldestUnread(null, now);
        Assert.Equal((null, null), (lag.OldestUnreadAt, lag.Age));
    }

    [Fact]
    public void The_age_of_a_group_is_that_of_its_oldest_lag()
    {
        DateTimeOffset now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        ConsumerLag[] lags = [new() { Lag = 1 }, new() { Lag = 2 }, new() { Lag = 3 }];
        lags[0].SetOldestUnread(now.AddMinutes(-1), now);
        lags[1].SetOldestUnread(now.AddMinutes(-9), now);

        ConsumerLagSummary summary = ConsumerLagSummary.Of(new(), lags);
        Assert.Equal((now.AddMinutes(-9), TimeSpan.FromMinutes(9)), (summary.OldestUnreadAt, summary.Age));
        Assert.Null(ConsumerLagSummary.Of(new(), [lags[2]]).Age);
    }

    [Fact]
    public void The_sum_of_lags_saturates()
        => Assert.Equal(long.MaxValue, ConsumerLagSummary.Of(new(), [new() { Lag = long.MaxValue }, new() { Lag = long.MaxValue }, new()]).Lag);

    [Fact]
    public void The_worst_verdict_applies_to_the_group()
    {
        ConsumerLag[] lags = [new() { Lag = 1, Verdict = LagVerdict.CatchingUp, ConsumedPerSecond = 2 }, new() { Lag = 0, Verdict = LagVerdict.Idle, ConsumedPerSecond = 0 }, new() { Lag = 5, Verdict = LagVerdict.Stuck, ConsumedPerSecond = 0 }];

        ConsumerLagSummary summary = ConsumerLagSummary.Of(new(), lags);

        Assert.Equal((LagVerdict.Stuck, 2.0, 0.0), (summary.Verdict, summary.ConsumedPerSecond, summary.ProducedPerSecond));
    }
}

using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class JudgementTests
{
    [Theory]
    [InlineData("RUNNING", true)]
    [InlineData("running", true)]
    [InlineData("FROZEN", false)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_status_check_passes_fails_or_is_unknown(string? status, bool? passed)
        => Assert.Equal(passed, Judgement.OfStatus(new() { Status = status }).Passed);

    [Fact]
    public void A_cluster_passes_only_if_nothing_is_missing_and_every_figure_is_known()
    {
        Assert.Equal((true, 0), Of(Whole()));
        Cluster down = Whole();
        (down.Brokers![1].IsHealthy, down.OnlinePartitionCount, down.InSyncReplicaCount) = (false, 8, 20);
        Assert.Equal((false, 9), Of(down));
        Assert.Equal("Down: broker 1. Without a leader: 1 of 9 partitions. Not in sync: 7 of 27 replicas.", Judgement.OfCluster(down).Message);

        Assert.Null(Judgement.OfCluster(new()).Passed);
        Cluster untold = Whole();
        untold.InSyncReplicaCount = null;
        Assert.Null(Judgement.OfCluster(untold).Passed);
        Cluster silent = Whole();
        silent.Brokers![0].IsHealthy = null;
        Assert.Null(Judgement.OfCluster(silent).Passed);
        silent.OnlinePartitionCount = 8;
        Assert.False(Judgement.OfCluster(silent).Passed);

        static (bool?, object?) Of(Cluster cluster) => (Judgement.OfCluster(cluster).Passed, Judgement.OfCluster(cluster).Value);
        static Cluster Whole() => new()
        {
            Brokers = [new() { BrokerId = 0, IsHealthy = true }, new() { BrokerId = 1, IsHealthy = true }],
            PartitionCount = 9,
            OnlinePartitionCount = 9,
            ReplicaCount = 27,
            InSyncReplicaCount = 27,
        };
    }

    [Theory]
    [InlineData(new double[] { 41, 80 }, true)]
    [InlineData(new double[] { 41, 81 }, false)]
    [InlineData(new double[] { 41, -1 }, null)]
    [InlineData(new double[] { 81, -1 }, false)]
    [InlineData(new double[] { }, null)]
    public void The_fullest_disk_decides_and_an_unknown_disk_may_be_fuller(double[] percents, bool? passed)
    {
        DiskUsage[] disks = [.. percents.Select((percent, number) => new DiskUsage { Broker = $"broker-{number}", UsedPercent = percent < 0 ? null : percent })];
        Finding finding = Judgement.OfDisks(disks, 80);
        Assert.Equal(passed, finding.Passed);
        Assert.Equal(passed is null ? null : percents.Max(), finding.Value);
    }

    [Fact]
    public void A_failed_task_counts_until_a_task_of_its_kind_succeeds()
    {
        BackgroundTask failed = new() { Name = "extendInstance", Status = "FAILED" }, done = new() { Name = "extendInstance", Status = "SUCCESS" };
        BackgroundTask busy = new() { Name = "kafkaPartitionReassignment", Status = "EXECUTING" };
        Assert.True(Judgement.OfTasks([]).Passed);
        Assert.True(Judgement.OfTasks([done, failed]).Passed);
        Assert.Equal((false, 1), (Judgement.OfTasks([busy, failed, done]).Passed, (int)Judgement.OfTasks([busy, failed, done]).Value!));
        Assert.Contains("kafkaPartitionReassignment", Judgement.OfTasks([busy, done]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Smart_Connect_passes_if_all_tasks_run_or_it_is_off()
    {
        Assert.True(Judgement.OfSmartConnect(null).Passed);
        Assert.True(Judgement.OfSmartConnect([new() { Name = "a", Status = "RUNNING" }]).Passed);
        Finding idle = Judgement.OfSmartConnect([new() { Name = "a", Status = "RUNNING" }, new() { Name = "b", Status = "PAUSED" }, new() { Name = "c" }]);
        Assert.Equal((false, 2), (idle.Passed, (int)idle.Value!));
        Assert.Contains("b (PAUSED), c (-)", idle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_group_with_the_largest_lag_decides()
    {
        CheckLimits limits = new() { Lag = 10 };
        Assert.True(Judgement.OfLag([], limits).Passed);
        Finding fine = Judgement.OfLag([new("a", 10), new("b", 3)], limits), late = Judgement.OfLag([new("a", 11), new("b", 12)], limits);
        Assert.Equal((true, 10L, 10L), (fine.Passed, (long)fine.Value!, (long)fine.Limit!));
        Assert.Equal((false, 12L), (late.Passed, (long)late.Value!));
        Assert.StartsWith("b is the furthest behind: 12 messages. 2 groups", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_an_age_limit_the_group_with_the_oldest_waiting_message_decides()
    {
        CheckLimits limits = new() { Age = Minutes(10) };
        GroupDelay busy = new("busy", 100_000, Minutes(1)), idle = new("idle", 0, TimeSpan.Zero), old = new("old", 3, Minutes(11)), undated = new("undated", 7);

        Assert.Equal((true, "No consumer group is behind.", TimeSpan.Zero), Of([idle]));
        Assert.Equal((true, "No consumer group is behind.", TimeSpan.Zero), Of([]));
        Assert.Equal((true, "The oldest message waits for busy: 1 min.", Minutes(1)), Of([idle, busy]));
        Assert.Equal((false, "The oldest message waits for old: 11 min.", Minutes(11)), Of([busy, old, undated]));
        Assert.Equal((null, null), (Of([busy, undated]).Passed, Of([busy, undated]).Value));
        Assert.Contains("undated", Of([busy, undated]).Message, StringComparison.Ordinal);

        (bool? Passed, string Message, object? Value) Of(GroupDelay[] groups)
        {
            Finding finding = Judgement.OfLag(groups, limits);
            return (finding.Passed, finding.Message, finding.Value);
        }
    }

    [Fact]
    public void With_both_limits_either_can_fail_the_check_and_the_exceeded_one_is_reported()
    {
        CheckLimits limits = new() { Lag = 10, Age = Minutes(10) };
        GroupDelay late = new("late", 11, Minutes(1)), old = new("old", 3, Minutes(11)), undated = new("undated", 12);

        Assert.Equal((true, Minutes(5), Minutes(10)), Of(new GroupDelay("a", 1, Minutes(5))));
        Assert.Equal((false, 11L, 10L), Of(late));
        Assert.Equal((false, 12L, 10L), Of(undated));
        Assert.Equal((false, Minutes(11), Minutes(10)), Of(late, old));
        Assert.EndsWith("2 groups are above the limit.", Judgement.OfLag([late, old], limits).Message, StringComparison.Ordinal);

        (bool? Passed, object? Value, object? Limit) Of(params GroupDelay[] groups)
        {
            Finding finding = Judgement.OfLag(groups, limits);
            return (finding.Passed, finding.Value, finding.Limit);
        }
    }

    [Fact]
    public void Excluded_groups_are_mentioned_and_without_any_the_message_is_unchanged()
    {
        Finding finding = new(true, "All is well.", 0);
        Assert.Same(finding, finding.Without(0, "group"));
        Assert.Equal("All is well. Left out: 2 groups.", finding.Without(2, "group").Message);
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}

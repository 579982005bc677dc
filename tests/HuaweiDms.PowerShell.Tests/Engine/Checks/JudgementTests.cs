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
    public void An_instance_runs_or_does_not_or_nobody_knows(string? status, bool? passed)
        => Assert.Equal(passed, Judgement.OfStatus(new() { Status = status }).Passed);

    [Fact]
    public void A_cluster_is_well_when_nothing_is_missing_and_everything_is_told()
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
    public void The_fullest_disk_counts_and_one_that_is_not_told_of_may_be_fuller(double[] percents, bool? passed)
    {
        DiskUsage[] disks = [.. percents.Select((percent, number) => new DiskUsage { Broker = $"broker-{number}", UsedPercent = percent < 0 ? null : percent })];
        Finding finding = Judgement.OfDisks(disks, 80);
        Assert.Equal(passed, finding.Passed);
        Assert.Equal(passed is null ? null : percents.Max(), finding.Value);
    }

    [Fact]
    public void A_task_that_failed_counts_until_one_of_its_kind_succeeds()
    {
        BackgroundTask failed = new() { Name = "extendInstance", Status = "FAILED" }, done = new() { Name = "extendInstance", Status = "SUCCESS" };
        BackgroundTask busy = new() { Name = "kafkaPartitionReassignment", Status = "EXECUTING" };
        Assert.True(Judgement.OfTasks([]).Passed);
        Assert.True(Judgement.OfTasks([done, failed]).Passed);
        Assert.Equal((false, 1), (Judgement.OfTasks([busy, failed, done]).Passed, (int)Judgement.OfTasks([busy, failed, done]).Value!));
        Assert.Contains("kafkaPartitionReassignment", Judgement.OfTasks([busy, done]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Smart_Connect_copies_when_all_tasks_run_and_is_well_where_it_is_off()
    {
        Assert.True(Judgement.OfSmartConnect(null).Passed);
        Assert.True(Judgement.OfSmartConnect([new() { Name = "a", Status = "RUNNING" }]).Passed);
        Finding idle = Judgement.OfSmartConnect([new() { Name = "a", Status = "RUNNING" }, new() { Name = "b", Status = "PAUSED" }, new() { Name = "c" }]);
        Assert.Equal((false, 2), (idle.Passed, (int)idle.Value!));
        Assert.Contains("b (PAUSED), c (-)", idle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_group_that_is_furthest_behind_counts()
    {
        Assert.True(Judgement.OfLag([], 0).Passed);
        Finding fine = Judgement.OfLag([("a", 10), ("b", 3)], 10), late = Judgement.OfLag([("a", 11), ("b", 12)], 10);
        Assert.Equal((true, 10L), (fine.Passed, (long)fine.Value!));
        Assert.Equal((false, 12L), (late.Passed, (long)late.Value!));
        Assert.StartsWith("b is the furthest behind: 12 messages. 2 groups", late.Message, StringComparison.Ordinal);
    }
}

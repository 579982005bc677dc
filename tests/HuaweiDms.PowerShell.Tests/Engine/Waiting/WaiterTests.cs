using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class WaiterTests
{
    private readonly RecordingPipeline _pipeline = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task It_waits_through_other_states_until_the_goal_is_reached()
    {
        string state = await WaitAsync(WaitGoal.Running(), "CREATING", "CREATING", "RUNNING");

        Assert.Equal("RUNNING", state);
        Assert.Equal(2, _clock.Pauses.Count);
    }

    [Fact]
    public async Task After_a_restart_the_old_state_counts_only_after_another_state_was_seen()
    {
        await WaitAsync(WaitGoal.RunningAfterRestart(), "RUNNING", "RUNNING", "RESTARTING", "RUNNING");

        Assert.Equal(3, _clock.Pauses.Count);
    }

    [Fact]
    public async Task After_a_restart_that_was_not_seen_a_lasting_old_state_counts()
    {
        await WaitAsync(WaitGoal.RunningAfterRestart(), "RUNNING");

        Assert.True(_clock.Elapsed >= TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_duration_of_the_old_state_is_measured_from_the_start_of_the_wait()
    {
        using Waiter waiter = new(_pipeline, "Restart", 2, TimeSpan.FromMinutes(30), null, _clock);
        await waiter.WaitAsync(Target([.. Enumerable.Repeat("EXTENDING", 12), "RUNNING"]), WaitGoal.Settled());
        int before = _clock.Pauses.Count;

        await waiter.WaitAsync(Target("RUNNING", "RUNNING", "RESTARTING", "RUNNING"), WaitGoal.RunningAfterRestart());

        Assert.True(_clock.Elapsed > TimeSpan.FromSeconds(20));
        Assert.Equal(3, _clock.Pauses.Count - before);
    }

    [Theory]
    [InlineData("ERROR")]
    [InlineData("frozen")]
    [InlineData("EXTENDEDFAILED")]
    [InlineData("CREATEFAILED")]
    [InlineData("ROLLBACKFAILED")]
    [InlineData("DELETED")]
    [InlineData("RECYCLE")]
    public async Task A_state_that_cannot_lead_to_the_goal_ends_the_wait_immediately(string state)
    {
        FailureException failed = await Assert.ThrowsAsync<FailureException>(() => WaitAsync(WaitGoal.Running(), "CREATING", state));

        Assert.Equal("HuaweiDms.WaitFailed", failed.Failure.Id);
        Assert.Contains(state, failed.Failure.Message, StringComparison.Ordinal);
        Assert.Single(_clock.Pauses);
    }

    [Fact]
    public async Task A_deletion_may_pass_through_an_error_state()
    {
        string state = await WaitAsync(WaitGoal.Deleted(), "DELETING", "ERROR", "DELETED");

        Assert.Equal("DELETED", state);
    }

    [Fact]
    public async Task Any_of_several_goal_states_is_enough()
    {
        WaitGoal goal = WaitGoal.AnyOf("RUNNING", "DELETED");

        Assert.Equal("RUNNING", await WaitAsync(goal, "RESTARTING", "RUNNING"));
        Assert.Equal("RECYCLE", await WaitAsync(goal, "DELETING", "RECYCLE"));
        Assert.Equal("DELETED", goal.Missing);
    }

    [Fact]
    public async Task When_the_time_expires_the_error_names_the_goal_and_the_last_state()
    {
        FailureException failed = await Assert.ThrowsAsync<FailureException>(() => WaitAsync(WaitGoal.Running(), "CREATING"));

        Assert.Equal("HuaweiDms.Timeout", failed.Failure.Id);
        Assert.Contains("RUNNING", failed.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("CREATING", failed.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("CREATING", failed.Failure.State);
        Assert.Contains("Keep waiting with Wait-DmsInstance", failed.Failure.Advice, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(30), _clock.Elapsed);
    }

    [Fact]
    public async Task The_advice_after_a_timeout_is_the_command_of_the_item()
    {
        using Waiter waiter = new(_pipeline, "Waiting", 1, TimeSpan.FromMinutes(30), null, _clock);
        WaitTarget task = new("task 1", "1", _ => Task.FromResult("EXECUTING")) { WaitOn = "Wait-DmsTask 1" };

        FailureException failed = await Assert.ThrowsAsync<FailureException>(() => waiter.WaitAsync(task, WaitGoal.Task()));

        Assert.Contains("Keep waiting with Wait-DmsTask 1,", failed.Failure.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FAILED", "Get-DmsTask 1 shows its state.")]
    [InlineData("EXECUTING", "Keep waiting with Wait-DmsTask 1,")]
    public async Task After_a_failure_the_advice_is_to_inspect_and_otherwise_to_wait(string state, string advice)
    {
        using Waiter waiter = new(_pipeline, "Waiting", 1, TimeSpan.FromMinutes(30), null, _clock);
        WaitTarget quota = new("quota of user a", "a", _ => Task.FromResult(state)) { ShownBy = "Get-DmsTask 1", WaitOn = "Wait-DmsTask 1" };

        FailureException failed = await Assert.ThrowsAsync<FailureException>(() => waiter.WaitAsync(quota, WaitGoal.Task()));

        Assert.StartsWith("quota of user a ", failed.Failure.Message, StringComparison.Ordinal);
        Assert.Contains(advice, failed.Failure.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_reads_often_at_first_and_at_least_every_15_seconds()
    {
        await Assert.ThrowsAsync<FailureException>(() => WaitAsync(WaitGoal.Running(), "CREATING"));

        Assert.True(_clock.Pauses[0] <= TimeSpan.FromSeconds(1));
        Assert.All(_clock.Pauses, pause => Assert.True(pause <= TimeSpan.FromSeconds(15)));
    }

    [Theory]
    [InlineData(DmsErrorKind.ConnectionFailed)]
    [InlineData(DmsErrorKind.ServiceFailed)]
    [InlineData(DmsErrorKind.Throttled)]
    [InlineData(DmsErrorKind.TimedOut)]
    public async Task A_transient_failure_does_not_end_the_wait(DmsErrorKind kind)
    {
        Assert.Equal("RUNNING", await ReadAgainAfterAsync(kind));
        Assert.Contains("lost", _pipeline.Verbose);
    }

    [Theory]
    [InlineData(DmsErrorKind.NotFound, "HuaweiDms.Any")]
    [InlineData(DmsErrorKind.ConnectionFailed, "HuaweiDms.EmulatorStopped")]
    public async Task A_permanent_failure_ends_the_wait(DmsErrorKind kind, string id)
    {
        Assert.Equal(kind, (await Assert.ThrowsAsync<DmsException>(() => ReadAgainAfterAsync(kind, id))).Kind);
        Assert.Empty(_clock.Pauses);
    }

    [Theory]
    [InlineData(DmsErrorKind.PermissionDenied)]
    [InlineData(DmsErrorKind.AuthenticationFailed)]
    [InlineData(DmsErrorKind.CredentialNotFound)]
    [InlineData(DmsErrorKind.UnreadableResponse)]
    public async Task If_the_state_can_no_longer_be_read_the_error_does_not_claim_that_the_operation_failed(DmsErrorKind kind)
    {
        Failure failure = (await Assert.ThrowsAsync<FailureException>(() => ReadAgainAfterAsync(kind))).Failure;

        Assert.Equal("HuaweiDms.Any", failure.Id);
        Assert.StartsWith("It is unknown whether kafka became RUNNING", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("The service continues the operation; Get-DmsInstance shows its state.", failure.Advice, StringComparison.Ordinal);
        Assert.Empty(_clock.Pauses);
    }

    [Fact]
    public async Task A_given_poll_interval_is_used()
    {
        using Waiter waiter = new(_pipeline, "Waiting", 1, TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(40), _clock);

        await waiter.WaitAsync(Target("CREATING", "CREATING", "CREATING", "RUNNING"), WaitGoal.Running());

        Assert.Equal([40, 40, 40], _clock.Pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task Several_waits_share_one_progress()
    {
        using (Waiter waiter = new(_pipeline, "Restart 2 instances", 2, TimeSpan.FromMinutes(30), null, _clock))
        {
            await Task.WhenAll(
                waiter.WaitAsync(Target("CREATING", "RUNNING"), WaitGoal.Running()),
                waiter.WaitAsync(Target("CREATING", "CREATING", "RUNNING"), WaitGoal.Running()));
        }

        Assert.All(_pipeline.Progress, progress => Assert.Equal("Restart 2 instances", progress.Activity));
        Assert.True(_pipeline.Progress[^1].Completed);
        Assert.Equal(100, _pipeline.Progress[^2].Percent);
    }

    private async Task<string> ReadAgainAfterAsync(DmsErrorKind kind, string id = "HuaweiDms.Any")
    {
        Queue<Func<string>> readings = new([() => throw new DmsException(kind, id, "lost"), () => "RUNNING"]);
        using Waiter waiter = new(_pipeline, "Waiting", 1, TimeSpan.FromMinutes(30), null, _clock);
        return await waiter.WaitAsync(new WaitTarget("kafka", "kafka", _ => Task.FromResult(readings.Dequeue()())), WaitGoal.Running());
    }

    private async Task<string> WaitAsync(WaitGoal goal, params string[] states)
    {
        using Waiter waiter = new(_pipeline, "Waiting", 1, TimeSpan.FromMinutes(30), null, _clock);
        return await waiter.WaitAsync(Target(states), goal);
    }

    /// <summary>Returns the given states one after the other, then keeps the last.</summary>
    private static WaitTarget Target(params string[] states)
    {
        int reading = 0;
        return new WaitTarget("kafka-prod", "kafka-prod", _ => Task.FromResult(states[Math.Min(reading++, states.Length - 1)]));
    }
}

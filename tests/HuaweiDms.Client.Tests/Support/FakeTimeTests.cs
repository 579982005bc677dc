namespace HuaweiDms.Client.Tests.Support;

/// <summary>The clock that other tests rely on.</summary>
public sealed class FakeTimeTests
{
    [Fact]
    public async Task A_delay_ends_when_time_has_passed_and_not_before()
    {
        FakeTime time = new();
        Task delay = Task.Delay(TimeSpan.FromMinutes(50), time, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(49));
        Assert.False(delay.IsCompleted);

        time.Advance(TimeSpan.FromMinutes(1));
        await delay;
        Assert.Equal(TimeSpan.FromMinutes(50), time.GetElapsedTime(0));
        Assert.Equal(0, time.PendingTimers);
    }

    [Fact]
    public void Timers_fire_in_order_and_see_the_time_they_were_due_at()
    {
        FakeTime time = new();
        DateTimeOffset start = time.GetUtcNow();
        List<(string Name, double Seconds)> fired = [];
        using ITimer late = time.CreateTimer(_ => fired.Add(("late", (time.GetUtcNow() - start).TotalSeconds)), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using ITimer often = time.CreateTimer(_ => fired.Add(("often", (time.GetUtcNow() - start).TotalSeconds)), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal([("often", 2), ("often", 4), ("late", 5), ("often", 6)], fired);
        Assert.True(time.AdvanceToNextTimer());
        Assert.Equal(8, (time.GetUtcNow() - start).TotalSeconds);
    }

    [Fact]
    public void A_disposed_timer_does_not_fire()
    {
        FakeTime time = new();
        bool fired = false;
        time.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();

        time.Advance(TimeSpan.FromSeconds(2));

        Assert.False(fired);
        Assert.False(time.AdvanceToNextTimer());
    }
}

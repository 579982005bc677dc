using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>Whether a call ended because its time was over, or because somebody gave it up: the one is an error, the other is none.</summary>
public sealed class DeadlineTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void Time_that_is_over_is_told()
    {
        using Deadline deadline = new(_time, TimeSpan.FromSeconds(1), CancellationToken.None);
        Assert.False(deadline.HasPassed);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((true, true), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
    }

    [Fact]
    public async Task Who_gave_up_was_not_too_late_though_time_is_over_as_well()
    {
        using CancellationTokenSource caller = new();
        using Deadline deadline = new(_time, TimeSpan.FromSeconds(1), caller.Token);
        await caller.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((false, true), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
    }
}

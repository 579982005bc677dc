using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>Whether a call ended because its time limit expired, which is an error, or because it was canceled.</summary>
public sealed class DeadlineTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void An_expired_time_limit_is_reported()
    {
        using Deadline deadline = new(_time, TimeSpan.FromSeconds(1), CancellationToken.None);
        Assert.False(deadline.HasPassed);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((true, true), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
    }

    [Fact]
    public async Task Cancellation_takes_precedence_over_an_expired_time_limit()
    {
        using CancellationTokenSource caller = new();
        using Deadline deadline = new(_time, TimeSpan.FromSeconds(1), caller.Token);
        await caller.CancelAsync();

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((false, true), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
    }
}

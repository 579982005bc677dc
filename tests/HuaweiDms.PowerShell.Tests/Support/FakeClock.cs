using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Support;

/// <summary>A clock that advances only while somebody waits.</summary>
internal sealed class FakeClock : IWaitClock
{
    public TimeSpan Elapsed { get; private set; }

    public List<TimeSpan> Pauses { get; } = [];

    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Pauses.Add(time);
        Elapsed += time;
        return Task.CompletedTask;
    }
}

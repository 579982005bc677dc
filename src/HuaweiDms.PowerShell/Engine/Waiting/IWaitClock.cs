using System.Diagnostics;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The time a wait goes by.</summary>
internal interface IWaitClock
{
    TimeSpan Elapsed { get; }

    Task DelayAsync(TimeSpan time, CancellationToken cancellationToken);
}

/// <summary>Real time, starting when the object is created.</summary>
internal sealed class WaitClock : IWaitClock
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public TimeSpan Elapsed => _watch.Elapsed;

    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (DependencyResolver.HasEmulator)
            EmulatorHost.Advance(time);
        return Task.Delay(time, cancellationToken);
    }
}

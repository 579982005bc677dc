using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>When a replaced connection is disposed.</summary>
public sealed class RunningCommandsTests
{
    [Fact]
    public void Without_running_commands_it_is_disposed_immediately()
    {
        Retired retired = new();

        RunningCommands.DisposeLater(retired);

        Assert.True(retired.IsDisposed);
    }

    [Fact]
    public void With_running_commands_it_is_disposed_when_the_last_of_them_has_ended()
    {
        Retired retired = new();
        IDisposable first = RunningCommands.Enter();
        IDisposable second = RunningCommands.Enter();
        RunningCommands.DisposeLater(retired);
        using IDisposable later = RunningCommands.Enter();

        first.Dispose();
        first.Dispose();
        Assert.False(retired.IsDisposed);
        second.Dispose();

        Assert.True(retired.IsDisposed);
    }

    private sealed class Retired : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}

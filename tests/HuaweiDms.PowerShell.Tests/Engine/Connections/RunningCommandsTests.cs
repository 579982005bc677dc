using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>When a connection is closed that another has taken the place of.</summary>
public sealed class CommandsUnderWayTests
{
    [Fact]
    public void What_no_command_can_be_using_is_disposed_of_at_once()
    {
        Retired retired = new();

        RunningCommands.DisposeLater(retired);

        Assert.True(retired.IsDisposed);
    }

    [Fact]
    public void What_commands_may_be_using_is_disposed_of_when_the_last_of_them_has_ended()
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

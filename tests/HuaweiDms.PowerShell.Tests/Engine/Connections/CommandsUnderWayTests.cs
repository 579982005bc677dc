using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>When a replaced connection is disposed.</summary>
public sealed class CommandsUnderWayTests
{
    [Fact]
    public void Without_running_commands_it_is_disposed_immediately()
    {
        Retired retired = new();

        CommandsUnderWay.DisposeLater(retired);

        Assert.True(retired.IsDisposed);
    }

    [Fact]
    public void With_running_commands_it_is_disposed_when_the_last_of_them_has_ended()
    {
        Retired retired = new();
        IDisposable first = CommandsUnderWay.Enter();
        IDisposable second = CommandsUnderWay.Enter();
        CommandsUnderWay.DisposeLater(retired);
        using IDisposable later = CommandsUnderWay.Enter();

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

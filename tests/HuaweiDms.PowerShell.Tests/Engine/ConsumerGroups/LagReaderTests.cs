using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class LagReaderTests : IDisposable
{
    private readonly EmulatedContext _context = new();

    [Fact]
    public async Task The_consumption_rate_is_calculated_with_the_clock_of_the_connection()
    {
        ItemReference group = await _context.GroupAsync("kafka-prod", "fulfilment", Stop);
        _context.Emulator.Consumers.Start(group.Instance.Id, "fulfilment", ["orders"], messagesPerSecond: 1000);
        LagReader reader = new();
        ConsumerLag[] before = [.. (await reader.ReadAsync(group, Stop)).Lags];

        _context.Clock.Advance(TimeSpan.FromSeconds(6));
        DateTimeOffset advanced = _context.Clock.UtcNow;
        ConsumerLag[] after = [.. (await reader.ReadAsync(group, Stop)).Lags];

        double seconds = 6 + (_context.Clock.UtcNow - advanced).TotalSeconds;
        Assert.All(before, lag => Assert.Null(lag.ConsumedPerSecond));
        Assert.All(after, lag => Assert.Equal(LagVerdict.CatchingUp, lag.Verdict));
        Assert.Equal(
            before.Zip(after, (first, second) => (double?)Math.Round((second.CurrentOffset!.Value - first.CurrentOffset!.Value) / seconds, 1)),
            after.Select(lag => lag.ConsumedPerSecond));
    }

    public void Dispose() => _context.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

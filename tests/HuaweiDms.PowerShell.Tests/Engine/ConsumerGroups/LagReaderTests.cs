using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class LagReaderTests : IDisposable
{
    private readonly SteppingClock _clock = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly DmsEmulator _emulator;
    private readonly HttpMessageHandler _handler;
    private readonly DmsClient _client;

    public LagReaderTests()
    {
        _emulator = new(new() { Clock = _clock });
        _handler = _emulator.CreateHandler();
        DmsClientOptions options = new()
        {
            Credential = new AccessKeyCredential(_emulator.AccessKey, Secret.From(_emulator.SecretKey)),
            ProjectId = _emulator.ProjectId,
            Endpoint = new("https://dms.test"),
            Handler = _handler,
        };
        options.SignWith(() => _clock.UtcNow);
        _client = new(options);
    }

    [Fact]
    public async Task How_fast_a_group_reads_is_told_by_the_time_of_the_connection()
    {
        Instance prod = await _client.Instances.List(new() { Name = "kafka-prod", ExactName = true }).SingleAsync(Stop);
        _emulator.Consumers.Start(prod.InstanceId!, "fulfilment", ["orders"], messagesPerSecond: 1000);
        ItemReference group = new(new("test", _client), new(prod.InstanceId!), "fulfilment");
        LagReader reader = new();
        ConsumerLag[] before = [.. (await reader.ReadAsync(group, Stop)).Lags];

        _clock.Advance(TimeSpan.FromSeconds(6));
        DateTimeOffset advanced = _clock.UtcNow;
        ConsumerLag[] after = [.. (await reader.ReadAsync(group, Stop)).Lags];

        double seconds = 6 + (_clock.UtcNow - advanced).TotalSeconds;
        Assert.All(before, lag => Assert.Null(lag.ConsumedPerSecond));
        Assert.All(after, lag => Assert.Equal(LagVerdict.CatchingUp, lag.Verdict));
        Assert.Equal(
            before.Zip(after, (first, second) => (double?)Math.Round((second.CurrentOffset!.Value - first.CurrentOffset!.Value) / seconds, 1)),
            after.Select(lag => lag.ConsumedPerSecond));
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
        _emulator.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

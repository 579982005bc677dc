using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Dcs;

/// <summary>The batch operation of Distributed Cache Service.</summary>
public sealed class DcsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DcsAction.Restart, "restart", "RESTARTING")]
    [InlineData(DcsAction.SoftRestart, "soft_restart", "RESTARTING")]
    [InlineData(DcsAction.Flush, "flush", "FLUSHING")]
    [InlineData(DcsAction.Stop, "stop", "STOPPING")]
    public async Task An_action_is_sent_by_its_wire_name_and_starts(DcsAction action, string word, string status)
    {
        using EmulatedClient client = new();
        string redis = client.Emulator.DcsInstances.First(instance => instance.Name == "redis-prod").InstanceId;

        InstanceActionResult result = Assert.Single(await client.Client.Dcs.ActAsync(action, [redis], Stop));

        Assert.Equal((redis, word, true, "test"), (result.InstanceId, result.Action, result.Succeeded, result.Context));
        Assert.Equal($$"""{"action":"{{word}}","instances":["{{redis}}"]}""", client.Last.Body);
        Assert.Equal("dcs.test", client.Last.Address.Host);
        Assert.Equal(status, client.Emulator.DcsInstances.First(instance => instance.InstanceId == redis).Status);
    }

    [Fact]
    public async Task A_stopped_instance_can_be_started_and_a_running_one_cannot()
    {
        using EmulatedClient client = new();
        string[] redis = [.. client.Emulator.DcsInstances.Where(instance => instance.Name is "redis-prod" or "redis-test").Select(instance => instance.InstanceId)];
        await client.Client.Dcs.ActAsync(DcsAction.Stop, redis[..1], Stop);
        client.Advance(TimeSpan.FromMinutes(5));

        IReadOnlyList<InstanceActionResult> results = await client.Client.Dcs.ActAsync(DcsAction.Start, redis, Stop);

        Assert.Equal([true, false], results.Select(result => result.Succeeded));
    }

    [Fact]
    public async Task An_unsupported_action_is_reported_with_the_message_of_the_service()
    {
        using EmulatedClient client = new();
        string old = client.Emulator.DcsInstances.First(instance => instance.Name == "redis-legacy").InstanceId;

        DmsException error = await Assert.ThrowsAsync<DmsException>(() => client.Client.Dcs.ActAsync(DcsAction.Flush, [old], Stop));

        Assert.Equal("DCS.4064", error.ErrorId);
        Assert.Contains("4.0", error.ServiceMessage!, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_action_has_a_wire_name()
    {
        List<string> words = Enum.GetValues<DcsAction>().Select(DcsApi.NameOf).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => DcsApi.NameOf((DcsAction)99));
    }
}

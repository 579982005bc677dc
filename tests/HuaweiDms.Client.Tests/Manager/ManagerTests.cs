using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Manager;

/// <summary>Kafka Manager, on the wire and with the emulated service.</summary>
public sealed class ManagerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_password_is_sent_only_in_the_body()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        using Secret password = Secret.From("Quiet-Harbour-7");

        await client.Client.Manager.ResetPasswordAsync(id, password, Stop);

        Assert.Equal("""{"new_password":"Quiet-Harbour-7"}""", client.Last.Body);
        Assert.EndsWith($"/instances/{id}/kafka-manager-password", client.Last.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"result":"success","instance_id":"i"}""", true)]
    [InlineData("""{"result":"Success"}""", true)]
    [InlineData("{}", true)]
    [InlineData("", true)]
    [InlineData("""{"result":"restarting"}""", true)]
    [InlineData("""{"result":"failed","instance_id":"i"}""", false)]
    public async Task A_restart_with_a_reported_failure_fails(string response, bool succeeds)
    {
        using ScriptedClient scripted = new ScriptedClient().Then(Responses.Json(response));
        Task<bool> restart = scripted.RunAsync(async it =>
        {
            await it.Manager.RestartAsync("i", Stop);
            return true;
        });
        if (succeeds)
            Assert.True(await restart);
        else
            Assert.Equal("HuaweiDms.ItemFailed", (await Assert.ThrowsAsync<DmsException>(() => restart)).ErrorId);
    }

    [Fact]
    public async Task Operations_that_need_Kafka_Manager_fail_once_it_is_off()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        await client.Client.Manager.RestartAsync(id, Stop);
        await client.Client.Manager.DisableAsync(id, Stop);
        await client.Client.Manager.DisableAsync(id, Stop);
        Assert.Null((await client.FindAsync("kafka-prod")).ManagerAddress);
        Assert.Equal(DmsErrorKind.Busy, (await Assert.ThrowsAsync<DmsException>(() => client.Client.Manager.RestartAsync(id, Stop))).Kind);
        Assert.Equal("DMS.00400026", (await Assert.ThrowsAsync<DmsException>(() => client.Client.Cluster.GetAsync(id, Stop))).ErrorId);
        Assert.NotEmpty(await client.Client.Cluster.ListDiskUsageAsync(id, cancellationToken: Stop));

        ConsumerGroup group = await client.Client.ConsumerGroups.GetAsync(id, "fulfilment", Stop);
        Assert.Equal("fulfilment", group.ConsumerGroup);
        Assert.NotEmpty(group.Offsets!);
    }
}

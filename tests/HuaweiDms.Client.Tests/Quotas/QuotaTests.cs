using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Quotas;

/// <summary>Client quotas on the wire and with the emulated service (5.2.13 to 5.2.16).</summary>
public sealed class QuotaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quotas_are_created_changed_and_deleted_by_tasks()
    {
        using EmulatedClient client = new();
        QuotasApi quotas = client.Client.Quotas;
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        ClientQuota all = new() { DefaultClient = true, ProducerByteRate = 3145728 };

        ClientQuota made = await quotas.CreateAsync(id, all, Stop);
        Assert.Equal($"/v2/kafka/{client.Emulator.ProjectId}/instances/{id}/kafka-user-client-quota", client.Last.Target);
        Assert.Equal("""{"user":"","client":"","user-default":false,"client-default":true,"producer-byte-rate":3145728}""", client.Last.Body);
        Assert.Equal((id, "test", "all clients"), (made.InstanceId, made.Context, made.ToString()));

        all.ConsumerByteRate = 7;
        await quotas.UpdateAsync(id, all, Stop);
        ClientQuota listed = Assert.Single(await quotas.List(id).ToListAsync(Stop));
        Assert.Equal((null, null, false, true, 3145728L, 7L), (listed.UserName, listed.ClientId, listed.DefaultUser, listed.DefaultClient, listed.ProducerByteRate, listed.ConsumerByteRate));
        Assert.True(listed.IsSameAs(all));

        ClientQuota gone = await quotas.DeleteAsync(id, listed, Stop);
        Assert.Equal("""{"user":"","client":"","user-default":false,"client-default":true}""", client.Last.Body);
        Assert.Empty(await quotas.List(id).ToListAsync(Stop));
        Assert.Equal(gone.TaskId, (await client.Client.Tasks.GetAsync(id, gone.TaskId!, Stop)).TaskId);
    }

    [Fact]
    public async Task Lists_are_read_page_by_page()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        for (int number = 0; number < 23; number++)
            await client.Client.Quotas.CreateAsync(id, new() { UserName = $"u{number}", ClientId = "c", ConsumerByteRate = 1 }, Stop);

        IReadOnlyList<ClientQuota> all = await client.Client.Quotas.List(id).ToListAsync(Stop);

        Assert.Equal(Enumerable.Range(0, 23).Select(number => $"user u{number}, client c"), all.Select(quota => quota.ToString()));
    }

    [Fact]
    public async Task Hyphens_underscores_and_numbers_as_text_are_read()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(
            """
            {"quotas":[
              {"user":"","client":"a","user_default":"true","client_default":false,"producer_byte_rate":"5","consumer_byte_rate":6},
              {"user":"u","client":"","user-default":false,"client-default":true,"producer-byte-rate":1}],"count":2}
            """));
        IReadOnlyList<ClientQuota> quotas = await client.RunAsync(async it => await it.Quotas.List("i-1").ToListAsync(Stop));
        Assert.Equal(["all users, client a", "user u, all clients"], quotas.Select(quota => quota.ToString()));
        Assert.Equal((5L, 6L, 1L, null), (quotas[0].ProducerByteRate, quotas[0].ConsumerByteRate, quotas[1].ProducerByteRate, quotas[1].ConsumerByteRate));
    }
}

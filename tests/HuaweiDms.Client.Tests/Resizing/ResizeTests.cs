using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Resizing;

/// <summary>Changes of size on the wire and with the emulated service (5.4).</summary>
public sealed class ResizeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Limits_of_options_are_numbers()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        IReadOnlyList<ResizeOption> options = await client.Client.Resizing.ListOptionsAsync(id, Stop);
        Assert.Equal($"/v2/kafka/{client.Emulator.ProjectId}/instances/{id}/extend?type=advanced", client.Last.Target);

        ResizeOption first = options[0];
        Assert.Equal(("c6.2u4g.cluster", id, "test"), (first.ToString(), first.InstanceId, first.Context));
        Assert.Equal(["2.7"], first.EngineVersions!);
        Assert.Equal((30, 10_000L, 250), (first.MaxBrokerCount, first.MaxStoragePerBrokerGB, first.MaxPartitionsPerBroker));
        Assert.Equal("dms.physical.storage.high.v2", first.Storages![0].ToString());
        Assert.Equal(10, Assert.Single(first.Features!).MaxTaskCount);
    }

    [Fact]
    public async Task An_unknown_limit_is_kept_with_its_object()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(
            """{"products":[{"product_id":"a","properties":{"max_broker":30,"max_dreams":"7"},"support_features":[null,{"name":"f","properties":{"max_task":"10","max_wishes":"3"}}]}]}"""));

        ResizeOption option = Assert.Single(await client.RunAsync(it => it.Resizing.ListOptionsAsync("i-1", Stop)));

        Assert.Equal(("7", 30), (option.AdditionalProperties!["max_dreams"], option.MaxBrokerCount));
        Assert.Equal(("3", 10), (option.Features![1].AdditionalProperties!["max_wishes"], option.Features[1].MaxTaskCount));
    }

    [Fact]
    public async Task Storage_brokers_and_product_are_sent_in_the_documented_format()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        ResizingApi resizing = client.Client.Resizing;
        Assert.NotEmpty(await resizing.ResizeAsync(id, InstanceSize.Storage(600), Stop));
        Assert.Equal("""{"oper_type":"storage","new_storage_space":600}""", client.Last.Body);
        Assert.Equal("EXTENDING", (await client.Client.Instances.GetAsync(id, Stop)).Status);

        client.Advance(TimeSpan.FromHours(1));
        await resizing.ResizeAsync(id, InstanceSize.Brokers(4, 800, tenantIps: ["192.168.9.9"], secondSubnetId: "subnet-2"), Stop);
        Assert.Equal(
            """{"oper_type":"horizontal","new_storage_space":800,"new_broker_num":4,"tenant_ips":["192.168.9.9"],"second_tenant_subnet_id":"subnet-2"}""",
            client.Last.Body);

        client.Advance(TimeSpan.FromHours(1));
        await resizing.ResizeAsync(id, InstanceSize.Product("c6.4u8g.cluster"), Stop);
        Assert.Equal("""{"oper_type":"vertical","new_product_id":"c6.4u8g.cluster"}""", client.Last.Body);

        client.Advance(TimeSpan.FromHours(1));
        Instance grown = await client.Client.Instances.GetAsync(id, Stop);
        Assert.Equal(("RUNNING", 800, 4, "c6.4u8g.cluster"), (grown.Status, grown.TotalStorageSpaceGB, grown.BrokerCount, grown.ProductId));
        Assert.Equal((1, 4), (grown.DiskExtensionCount, grown.CrossVpcAddresses!.Length));
    }

    [Fact]
    public async Task Public_addresses_are_sent_as_one_text()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("""{"job_id":"j-1"}"""));

        Assert.Equal("j-1", await client.RunAsync(it => it.Resizing.ResizeAsync("i-1", InstanceSize.Brokers(5, 500, ["a", "b"]), Stop)));
        Assert.Equal("a,b", Assert.Single(client.Sent).Json.GetProperty("publicip_id").GetString());
    }

    [Fact]
    public async Task A_change_whose_response_was_lost_is_not_sent_again()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(500, "DMS.00500000"));

        Assert.Equal(DmsErrorKind.OutcomeUnknown, (await client.FailAsync(it => it.Resizing.ResizeAsync("i-1", InstanceSize.Storage(600), Stop))).Kind);
        Assert.Single(client.Sent);
    }

    [Fact]
    public async Task A_response_without_a_task_or_a_list_is_an_error()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("{}"));

        Assert.Equal(DmsErrorKind.OutcomeUnknown, (await client.FailAsync(it => it.Resizing.ResizeAsync("i-1", InstanceSize.Storage(600), Stop))).Kind);
        Assert.Equal(DmsErrorKind.UnreadableResponse, (await client.FailAsync(it => it.Resizing.ListOptionsAsync("i-1", Stop))).Kind);
    }
}

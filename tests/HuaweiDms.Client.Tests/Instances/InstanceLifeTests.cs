using System.Text.Json;
using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Instances;

/// <summary>Creating, changing, restarting and deleting instances, on the wire and with the emulated service.</summary>
public sealed class InstanceLifeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiVersion.V2)]
    [InlineData(ApiVersion.V1)]
    public async Task An_instance_is_created_changed_and_deleted(ApiVersion version)
    {
        using EmulatedClient client = new(version, empty: true);
        InstancesApi instances = client.Client.Instances;
        string id = await instances.CreateAsync(version == ApiVersion.V2 ? Specifications.Minimal() : Specifications.MinimalV1(), Stop);
        Assert.Equal("CREATING", (await instances.GetAsync(id, Stop)).Status);
        client.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("RUNNING", (await instances.GetAsync(id, Stop)).Status);

        await instances.UpdateAsync(id, new() { Name = "renamed", Description = "", MaintenanceBegin = TimeSpan.FromHours(22), MaintenanceEnd = TimeSpan.FromHours(2) }, Stop);
        Assert.Equal("renamed", instances.Names.Find(id.ToUpperInvariant()));
        Instance renamed = await instances.GetAsync(id, Stop);
        Assert.Equal(("renamed", TimeSpan.FromHours(22), TimeSpan.FromHours(2)), (renamed.Name, renamed.MaintenanceBegin, renamed.MaintenanceEnd));

        Assert.True(Assert.Single(await instances.RestartAsync([id], Stop)).Succeeded);
        Assert.Equal("RESTARTING", (await instances.GetAsync(id, Stop)).Status);
        client.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("RUNNING", (await instances.GetAsync(id, Stop)).Status);

        await instances.DeleteAsync(id, Stop);
        client.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(DmsErrorKind.NotFound, (await Assert.ThrowsAsync<DmsException>(() => instances.GetAsync(id, Stop))).Kind);
    }

    [Fact]
    public async Task A_minimal_creation_sends_only_the_specified_properties()
    {
        using EmulatedClient client = new(empty: true);
        await client.Client.Instances.CreateAsync(Specifications.Minimal(), Stop);
        Assert.Equal(
            """
            {"name":"kafka-new","engine":"kafka","engine_version":"2.7","broker_num":3,"storage_space":300,"product_id":"c6.2u4g.cluster","storage_spec_code":"dms.physical.storage.ultra.v2","vpc_id":"vpc-1","subnet_id":"subnet-1","security_group_id":"sg-1","available_zones":["63cb182a467c437daa0f001b7fa55fd0"]}
            """,
            client.Last.Body);
        Assert.Equal($"/v2/kafka/{client.Emulator.ProjectId}/instances", client.Last.Target);
    }

    [Fact]
    public async Task A_full_creation_sends_everything_in_the_documented_format()
    {
        using EmulatedClient client = new(empty: true);
        string id = await client.Client.Instances.CreateAsync(Specifications.Maximal(), Stop);
        JsonElement sent = client.Last.Json;
        Assert.Equal("Access-Pass-1", sent.GetProperty("password").GetString());
        Assert.Equal("""{"private_plain_enable":true,"private_sasl_ssl_enable":true,"public_sasl_ssl_enable":true}""", sent.GetProperty("port_protocol").GetRawText());
        Assert.Equal("""[{"key":"env","value":"prod"},{"key":"empty","value":""}]""", sent.GetProperty("tags").GetRawText());
        Assert.Equal("""{"charging_mode":"prePaid","period_type":"month","period_num":2,"is_auto_renew":true,"is_auto_pay":true}""", sent.GetProperty("bss_param").GetRawText());
        Assert.Equal("eip-1,eip-2,eip-3", sent.GetProperty("publicip_id").GetString());
        Assert.Equal("22:00:00", sent.GetProperty("maintain_begin").GetString());
        Assert.False(sent.GetProperty("ipv6_enable").GetBoolean());
        Assert.True(sent.GetProperty("connector_enable").GetBoolean());
        Assert.True(sent.GetProperty("vpc_client_plain").GetBoolean());
        Assert.Equal("X86", sent.GetProperty("arch_type").GetString());

        client.Advance(TimeSpan.FromMinutes(30));
        Instance created = await client.Client.Instances.GetAsync(id, Stop);
        Assert.Equal("time_base", created.RetentionPolicy);
        Assert.Equal(["PLAIN", "SCRAM-SHA-512"], created.SaslMechanisms!);
        Assert.Equal("prod", created.Tags!["env"]);
        Assert.Contains("env=prod", created.Tags.ToString(), StringComparison.Ordinal);
        Assert.Equal(ChargingMode.PrePaid, created.ChargingMode);
        Assert.Equal(["PrivatePlain", "PrivateSaslSsl", "PublicSaslSsl"], created.AccessModes!.Where(mode => mode.Enabled).Select(mode => mode.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Version_1_sends_bandwidth_partitions_and_the_Kafka_Manager_credentials()
    {
        using EmulatedClient client = new(ApiVersion.V1, empty: true);
        InstanceSpecification specification = Specifications.MinimalV1();
        (specification.PublicIpEnabled, specification.PublicIpIds, specification.PublicBandwidthMbps) = (true, ["eip-1", "eip-2", "eip-3"], 300);
        string id = await client.Client.Instances.CreateAsync(specification, Stop);

        (JsonElement sent, string target) = (client.Last.Json, client.Last.Target);

        Assert.Equal("300", sent.GetProperty("public_bandwidth").GetString());
        Assert.Equal(300, (await client.Client.Instances.GetAsync(id, Stop)).PublicBandwidthMbps);
        Assert.Equal(("100MB", 300), (sent.GetProperty("specification").GetString(), sent.GetProperty("partition_num").GetInt32()));
        Assert.Equal(("manager", "Manager-Pass-1"), (sent.GetProperty("kafka_manager_user").GetString(), sent.GetProperty("kafka_manager_password").GetString()));
        Assert.False(sent.TryGetProperty("broker_num", out _));
        Assert.Equal($"/v1.0/{client.Emulator.ProjectId}/instances", target);
    }

    [Fact]
    public async Task A_secret_with_any_characters_arrives_unchanged()
    {
        const string Odd = "Pa\"ss\\wörd-\u20AC-\U0001F600-1";
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("""{"instance_id":"i"}"""));
        InstanceSpecification specification = Specifications.Minimal();
        specification.AccessPassword = Secret.From(Odd);

        await client.RunAsync(it => it.Instances.CreateAsync(specification, Stop));

        Assert.Equal(Odd, Assert.Single(client.Sent).Json.GetProperty("password").GetString());
    }

    [Fact]
    public async Task A_change_sends_only_what_changes()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        await client.Client.Instances.UpdateAsync(id, new() { Description = "" }, Stop);
        Assert.Equal("""{"description":""}""", client.Last.Body);

        await client.Client.Instances.UpdateAsync(id, new() { RetentionPolicy = "time_base", SecurityGroupId = "sg-2" }, Stop);
        Assert.Equal("""{"security_group_id":"sg-2","retention_policy":"time_base"}""", client.Last.Body);
    }

    [Theory]
    [InlineData(ApiVersion.V2)]
    [InlineData(ApiVersion.V1)]
    public async Task A_batch_returns_one_result_per_instance_in_the_order_of_the_request(ApiVersion version)
    {
        using EmulatedClient client = new(version);
        string dev = (await client.FindAsync("kafka-dev")).InstanceId!;
        string test = (await client.FindAsync("kafka-test-01")).InstanceId!;
        IReadOnlyList<InstanceActionResult> results = await client.Client.Instances.RestartAsync([dev, "unknown", test], Stop);
        Assert.Equal([dev, "unknown", test], results.Select(result => result.InstanceId));
        Assert.Equal([true, false, true], results.Select(result => result.Succeeded));
        Assert.Equal([null, "HuaweiDms.ItemFailed", null], results.Select(result => result.ErrorCode));
        Assert.All(results, result => Assert.Equal(("restart", "test"), (result.Action, result.Context)));

        client.Advance(TimeSpan.FromMinutes(20));
        results = await client.Client.Instances.DeleteAsync([dev], Stop);
        Assert.Equal(("delete", true), (Assert.Single(results).Action, results[0].Succeeded));
        Assert.Equal($$"""{"action":"delete","instances":["{{dev}}"]}""", client.Last.Body);
    }

    [Theory]
    [InlineData(ApiVersion.V2, "all_failure")]
    [InlineData(ApiVersion.V1, "allFailure")]
    public async Task All_failed_creations_are_deleted_with_one_request(ApiVersion version, string field)
    {
        using EmulatedClient client = new(version);
        await client.Client.Instances.DeleteFailedAsync(Stop);
        Assert.Equal($$"""{"action":"delete","{{field}}":"kafka"}""", client.Last.Body);
        Assert.Equal(204, client.Emulator.Requests[^1].StatusCode);

        client.Advance(TimeSpan.FromHours(1));
        Assert.Equal(10, await client.Client.Instances.List(new() { IncludeFailed = true }).CountAsync(Stop));
    }

    [Theory]
    [InlineData("""{"results":[{"instance":"I-1","result":"Success"},{"instance":"other","result":"success"}]}""", true, null)]
    [InlineData("""{"results":[{"instance":"i-1","result":"failed"}]}""", false, "HuaweiDms.ItemFailed")]
    [InlineData("""{"results":[{"instance":"i-1","result":null}]}""", false, "HuaweiDms.OutcomeUnknown")]
    [InlineData("""{"results":[{"result":"success"}]}""", false, "HuaweiDms.OutcomeUnknown")]
    [InlineData("""{"results":[]}""", false, "HuaweiDms.OutcomeUnknown")]
    [InlineData("""{"results":null}""", false, "HuaweiDms.OutcomeUnknown")]
    [InlineData("{}", false, "HuaweiDms.OutcomeUnknown")]
    [InlineData("", false, "HuaweiDms.OutcomeUnknown")]
    public async Task Only_a_reported_success_counts_as_success(string response, bool succeeded, string? code)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(response));

        InstanceActionResult result = Assert.Single(await client.RunAsync(it => it.Instances.RestartAsync(["i-1"], Stop)));

        Assert.Equal((succeeded, code), (result.Succeeded, result.ErrorCode));
        Assert.Equal(succeeded, result.Message is null);
        Assert.Equal(code == "HuaweiDms.OutcomeUnknown" ? "ListInstances" : null, result.ShownBy);
    }

    [Fact]
    public async Task Too_many_ids_and_no_ids_are_rejected_before_anything_is_sent()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("{}"));

        string[] many = [.. Enumerable.Range(0, 51).Select(i => $"i-{i}")];

        Assert.Equal(DmsErrorKind.InvalidArgument, (await client.FailAsync(it => it.Instances.RestartAsync(many, Stop))).Kind);
        Assert.Equal(DmsErrorKind.InvalidArgument, (await client.FailAsync(it => it.Instances.DeleteAsync([], Stop))).Kind);
        Assert.Equal(DmsErrorKind.InvalidArgument, (await client.FailAsync(it => it.Dcs.ActAsync(DcsAction.Stop, many, Stop))).Kind);
        Assert.Empty(client.Sent);
        Assert.Equal(50, (await client.RunAsync(it => it.Instances.RestartAsync(many[..50], Stop))).Count);
    }

    [Theory]
    [InlineData("APIGW.0101")]
    [InlineData("DMS.00404001")]
    [InlineData("DMS.10240406")]
    public async Task If_the_path_is_unknown_an_instance_is_read_with_the_older_one(string code)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(404, code), Responses.Json(Responses.Instance));

        Assert.Equal("i-1", (await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop))).InstanceId);
        Assert.Equal($"/v2/kafka/{ScriptedClient.ProjectId}/instances/i-1", client.Sent[1].Target);
    }

    [Fact]
    public async Task A_gateway_that_knows_neither_path_is_an_error()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(404, "APIGW.0101"));

        Assert.Equal("APIGW.0101", (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).ErrorId);
        Assert.Equal(2, client.Sent.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    public async Task An_unsafe_id_is_rejected_before_anything_is_sent(string id)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("{}"));

        Assert.Equal("instance_id", (await client.FailAsync(it => it.Instances.DeleteAsync(id, Stop))).ParameterName);
        Assert.Empty(client.Sent);
    }

    [Fact]
    public void Write_only_parts_of_a_body_cannot_be_read()
        => Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize(
            """{"name":"n","engine_version":"2","product_id":"p","storage_spec_code":"s","vpc_id":"v","subnet_id":"s","security_group_id":"g","available_zones":[],"port_protocol":{}}""",
            HuaweiDms.Json.ServiceJsonContext.Default.InstanceSpecification));
}

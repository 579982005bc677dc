using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Settings;

/// <summary>Settings, upgrades, passwords and access, on the wire and with the emulated service.</summary>
public sealed class SettingsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_have_types_limits_and_an_instance()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        IReadOnlyList<InstanceConfig> configs = await client.Client.Settings.ListConfigs(id).ToListAsync(Stop);
        Assert.Equal(13, configs.Count);

        InstanceConfig hours = configs.Single(config => config.Name == "log.retention.hours");
        Assert.Equal((72L, 72L, 1m, 168m), (hours.Value, hours.DefaultValue, hours.Minimum, hours.Maximum));
        Assert.True(hours.RequiresRestart && hours.IsDefault);
        Assert.Equal((id, "test", "log.retention.hours=72"), (hours.InstanceId, hours.Context, hours.ToString()));

        InstanceConfig groups = configs.Single(config => config.Name == "auto.create.groups.enable");
        Assert.Equal((true, false), (groups.Value, groups.RequiresRestart));
        Assert.Equal(["true", "false"], groups.AllowedValues!);
        Assert.Equal(2, await client.Client.Settings.ListConfigs(id, new(11, 5)).CountAsync(Stop));
    }

    [Fact]
    public async Task A_change_is_sent_as_text_takes_effect_and_reports_a_required_restart()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        Dictionary<string, InstanceConfig> configs = await client.Client.Settings.ListConfigs(id).ToDictionaryAsync(config => config.Name!, StringComparer.Ordinal, Stop);
        InstanceConfigChange change = await client.Client.Settings.ChangeConfigsAsync(
            id, [configs["log.retention.hours"].ChangeTo(66), configs["auto.create.groups.enable"].ChangeTo(false)], Stop);
        Assert.Equal(
            """{"kafka_configs":[{"name":"log.retention.hours","value":"66"},{"name":"auto.create.groups.enable","value":"false"}]}""",
            client.Last.Body);
        Assert.Equal((1, 1, true), (change.DynamicCount, change.StaticCount, change.RequiresRestart));
        Assert.Equal("log.retention.hours 72 -> 66", change.Changes[0].ToString());
        Assert.Equal("kafkaConfigModify", (await client.Client.Tasks.GetAsync(id, change.TaskId!, Stop)).Name);
        Assert.Equal([id], client.Emulator.InstancesAwaitingRestart);
        Assert.Equal(66L, (await client.Client.Settings.ListConfigs(id).FirstAsync(config => config.Name == "log.retention.hours", Stop)).Value);

        await client.Client.Instances.RestartAsync([id], Stop);
        Assert.Empty(client.Emulator.InstancesAwaitingRestart);
    }

    [Fact]
    public void A_value_that_is_not_accepted_is_rejected_before_anything_is_sent()
    {
        InstanceConfig config = new() { Name = "num.partitions", ValidValues = "1~200", ValueType = "integer" };

        DmsException refused = Assert.Throws<DmsException>(() => config.ChangeTo(201));

        Assert.Equal((DmsErrorKind.InvalidArgument, "num.partitions"), (refused.Kind, refused.ParameterName));
        Assert.Contains("1 to 200", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("93b94287-728d-4bb1-a158-cb66cb0854e7")]
    [InlineData(" 93b94287-728d-4bb1-a158-cb66cb0854e7\r\n")]
    [InlineData("\"93b94287-728d-4bb1-a158-cb66cb0854e7\"")]
    [InlineData("{\"job_id\":\"93b94287-728d-4bb1-a158-cb66cb0854e7\"}")]
    [InlineData("{\"job_id\":null,\"schedule_id\":\"93b94287-728d-4bb1-a158-cb66cb0854e7\"}")]
    public async Task The_task_of_an_upgrade_is_read_bare_quoted_or_as_an_object(string body)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Respond(System.Net.HttpStatusCode.OK, body, "text/plain"));

        InstanceUpgrade upgrade = await client.RunAsync(dms => dms.Settings.UpgradeAsync("i-1", cancellationToken: Stop));

        Assert.Equal("93b94287-728d-4bb1-a158-cb66cb0854e7", upgrade.TaskId);
        Assert.Equal("{}", client.Sent[0].Body);
    }

    [Fact]
    public async Task A_scheduled_upgrade_starts_at_its_time()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        DateTimeOffset at = client.Clock.UtcNow.AddHours(2);
        InstanceUpgrade upgrade = await client.Client.Settings.UpgradeAsync(id, at, Stop);
        Assert.Equal($$"""{"is_schedule":true,"execute_at":{{at.ToUnixTimeMilliseconds()}}}""", client.Last.Body);
        Assert.Equal("RUNNING", (await client.Client.Instances.GetAsync(id, Stop)).Status);

        client.Advance(TimeSpan.FromHours(2));
        Assert.Equal("UPGRADING", (await client.Client.Instances.GetAsync(id, Stop)).Status);
        Assert.Equal("EXECUTING", (await client.Client.Tasks.GetAsync(id, upgrade.TaskId!, Stop)).Status);

        client.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("RUNNING", (await client.Client.Instances.GetAsync(id, Stop)).Status);
        Assert.Equal("SUCCESS", (await client.Client.Tasks.GetAsync(id, upgrade.TaskId!, Stop)).Status);
    }

    [Fact]
    public async Task Only_the_password_is_sent()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        using Secret password = Secret.From("Better-Pass-1");
        await client.Client.Settings.ResetPasswordAsync(id, password, Stop);
        Assert.Equal("""{"new_password":"Better-Pass-1"}""", client.Last.Body);

        string plain = (await client.FindAsync("kafka-dev")).InstanceId!;
        DmsException refused = await Assert.ThrowsAsync<DmsException>(() => client.Client.Settings.ResetPasswordAsync(plain, password, Stop));
        Assert.Equal("DMS.00400971", refused.ErrorId);
        Assert.DoesNotContain("Better-Pass-1", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Automatic_topic_creation_is_switched_by_a_task()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        await client.Client.Settings.SwitchAutoTopicAsync(id, enable: false, Stop);

        Assert.Equal("""{"enable_auto_topic":false}""", client.Last.Body);
        Assert.False((await client.Client.Instances.GetAsync(id, Stop)).AutoTopicEnabled);
        Assert.Equal("modifyAutoTopic", (await client.Client.Tasks.List(id).FirstAsync(Stop)).Name);
    }

    [Fact]
    public async Task Access_modes_are_switched_one_by_one_and_SASL_requires_a_user_the_first_time()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        using Secret password = Secret.From("Access-Pass-1");
        AccessModeChange change = await client.Client.Settings.SwitchAccessModeAsync(
            id, new() { AccessMode = "PrivateSaslSsl", Enable = true, UserName = "app-user", Password = password, SaslMechanisms = ["PLAIN"] }, Stop);
        Assert.Equal(
            """{"protocol":"private_sasl_ssl_enable","enable":true,"user_name":"app-user","pass_word":"Access-Pass-1","sasl_enabled_mechanisms":["PLAIN"]}""",
            client.Last.Body);
        Assert.Equal(("PrivateSaslSsl", true, id), (change.AccessMode, change.Enabled, change.InstanceId));

        await client.Client.Settings.SwitchAccessModeAsync(id, new() { AccessMode = "PrivatePlain" }, Stop);
        Instance after = await client.Client.Instances.GetAsync(id, Stop);
        Assert.Equal(["PrivateSaslSsl"], after.AccessModes!.Where(mode => mode.Enabled).Select(mode => mode.Name));
        Assert.Equal(("SASL_SSL", "app-user"), (after.SecurityProtocol, after.AccessUserName));
        await Assert.ThrowsAsync<DmsException>(() => client.Client.Settings.SwitchAccessModeAsync(id, new() { AccessMode = "PrivateSaslSsl" }, Stop));
    }

    [Theory]
    [InlineData("""{"success":false,"results":[{"ip":"a","advertised_ip":"b"}]}""", false)]
    [InlineData("""{"success":true,"results":[{"ip":"a","advertised_ip":"b"}]}""", true)]
    [InlineData("""{"success":true,"results":[{"ip":"a","advertised_ip":"b","success":false}]}""", false)]
    [InlineData("""{"success":false,"results":[{"ip":"a","advertised_ip":"b","success":true}]}""", true)]
    public async Task The_overall_result_applies_to_a_listener_without_its_own(string response, bool expected)
    {
        using ScriptedClient scripted = new ScriptedClient().Then(Responses.Json(response));

        IReadOnlyList<CrossVpcAddressResult> results = await scripted.RunAsync(it => it.Settings.ChangeCrossVpcAddressesAsync("i", [new() { ListenerIp = "a", AdvertisedIp = "b" }], Stop));

        Assert.Equal(expected, Assert.Single(results).Succeeded);
    }

    [Fact]
    public async Task Cross_vpc_addresses_are_sent_together_and_have_separate_results()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        CrossVpcAddress[] addresses = (await client.Client.Instances.GetAsync(id, Stop)).CrossVpcAddresses!;
        addresses[1].AdvertisedIp = "kafka.example.com";

        IReadOnlyList<CrossVpcAddressResult> results = await client.Client.Settings.ChangeCrossVpcAddressesAsync(id, addresses, Stop);

        Assert.Equal(3, client.Last.Json.GetProperty("advertised_ip_contents").EnumerateObject().Count());
        Assert.Equal((addresses[1].ListenerIp, "kafka.example.com", true, id), (results[1].ListenerIp, results[1].AdvertisedIp, results[1].Succeeded, results[1].InstanceId));
        Assert.Equal("kafka.example.com", (await client.Client.Instances.GetAsync(id, Stop)).CrossVpcAddresses![1].AdvertisedIp);
    }

    [Fact]
    public async Task An_operation_that_the_state_does_not_allow_is_busy()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-legacy")).InstanceId!;
        InstanceConfig config = await client.Client.Settings.ListConfigs(id).FirstAsync(Stop);
        Func<Task>[] calls =
        [
            () => client.Client.Settings.ChangeConfigsAsync(id, [config.ChangeTo(2)], Stop),
            () => client.Client.Settings.UpgradeAsync(id, cancellationToken: Stop),
            () => client.Client.Settings.SwitchAutoTopicAsync(id, enable: true, Stop),
            () => client.Client.Settings.SwitchAccessModeAsync(id, new() { AccessMode = "PrivatePlain", Enable = true }, Stop),
        ];
        foreach (Func<Task> call in calls)
            Assert.Equal(DmsErrorKind.Busy, (await Assert.ThrowsAsync<DmsException>(call)).Kind);
    }

    [Fact]
    public async Task All_operations_of_this_area_reach_the_service()
    {
        ILookup<string, OperationUse> used = await OperationUse.All;
        Assert.All(Operations.Of(typeof(SettingsApi)), (ApiOperation operation) => Assert.NotEmpty(used[operation.Name]));
    }
}

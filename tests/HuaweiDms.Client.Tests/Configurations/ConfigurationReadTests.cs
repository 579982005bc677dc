using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Configurations;

/// <summary>The configuration of an instance is read with the calls of every area.</summary>
public sealed class ConfigurationReadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_configuration_is_read()
    {
        using EmulatedClient client = new();
        Instance instance = await client.FindAsync("kafka-prod");
        await client.Client.Quotas.CreateAsync(instance.InstanceId!, new() { UserName = "billing", ProducerByteRate = 5, ConsumerByteRate = 7 }, Stop);
        await client.Client.AccessPolicies.SetAsync(
            instance.InstanceId!, [new() { Topic = "orders", Policies = [new() { UserName = "billing", Access = TopicAccess.Subscribe }] }], Stop);
        client.Advance(TimeSpan.FromSeconds(10));

        InstanceConfiguration read = await client.Client.Configurations.ReadAsync(instance.InstanceId!, cancellationToken: Stop);

        Assert.Equal(("kafka-prod", instance.InstanceId, "2.7", "test"), (read.InstanceName, read.InstanceId, read.EngineVersion, read.Context));
        Assert.Equal(
            ("produce_reject", false, "02:00", "06:00", "2.7", "c6.8u16g.cluster", 3),
            (read.Instance!.RetentionPolicy, read.Instance.AutoTopicEnabled, read.Instance.MaintenanceBegin, read.Instance.MaintenanceEnd, read.Instance.EngineVersion, read.Instance.ProductId, read.Instance.BrokerCount));
        Assert.Equal([new("env", "prod"), new("team", "platform")], read.Instance.Tags!);
        Assert.Equal(["PrivateSaslSsl", "PublicSaslSsl"], read.Instance.AccessModes!);
        Assert.Equal(72L, read.Settings!["log.retention.hours"]);
        Assert.Equal(["orders", "payments", "audit-log", "clicks"], read.Topics!.Select(topic => topic.Name));
        Assert.Equal((6, 3, 72), (read.Topics![0].PartitionCount, read.Topics[0].ReplicationFactor, read.Topics[0].RetentionHours));
        Assert.Equal([new("billing", "Subscribe")], read.Topics[0].Access!);
        Assert.True(read.HasUsers);
        Assert.Equal(["app-user", "orders-writer", "billing", "reporting"], read.Users!.Select(user => user.UserName));
        Assert.Equal("produce 5 bytes/s, consume 7 bytes/s", Assert.Single(read.Quotas!).ToString());
        Assert.Contains(read.ConsumerGroups!, group => group is { Name: "billing", Description: "Writes invoices" });
        Assert.Empty(read.Compare(InstanceConfiguration.Parse(read.ToJson())));
    }

    [Fact]
    public async Task A_quota_applies_to_the_same_users_and_clients_as_in_the_service()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        foreach (ClientQuota quota in new ClientQuota[] { new() { DefaultUser = true, ClientId = "app" }, new() { UserName = "billing", DefaultClient = true } })
        {
            quota.ProducerByteRate = 5;
            await client.Client.Quotas.CreateAsync(id, quota, Stop);
            client.Advance(TimeSpan.FromMinutes(1));
        }

        InstanceConfiguration read = await client.Client.Configurations.ReadAsync(id, [ConfigurationKind.Quota], Stop);

        Assert.Equal(
            [(null, "app", true, null), ("billing", null, null, true)],
            read.Quotas!.Select(quota => (quota.UserName, quota.ClientId, quota.DefaultUser, quota.DefaultClient)));
    }

    [Fact]
    public async Task Without_SASL_no_users_are_requested()
    {
        using EmulatedClient client = new();

        InstanceConfiguration read
            = await client.Client.Configurations.ReadAsync((await client.FindAsync("kafka-dev")).InstanceId!, cancellationToken: Stop);

        Assert.False(read.HasUsers);
        Assert.Null(read.Users);
        Assert.All(read.Topics!, topic => Assert.Null(topic.Access));
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","tags":null""")]
    public async Task Unreported_tags_are_not_treated_as_empty(string fields)
    {
        using ScriptedClient client = new();
        client.Then(
            Responses.Json($$"""{"instance_id":"i1"{{fields}}}"""),
            Responses.Json("""{"instance_id":"i2","tags":[{"key":"env","value":"test"}]}"""),
            Responses.Json("""{"instance_id":"i3","tags":[]}"""));

        Task<InstanceConfiguration> ReadAsync(string id) => client.RunAsync(dms => dms.Configurations.ReadAsync(id, [ConfigurationKind.Instance], Stop));
        InstanceConfiguration untold = await ReadAsync("i1");
        InstanceConfiguration tagged = await ReadAsync("i2");
        InstanceConfiguration bare = await ReadAsync("i3");

        Assert.Null(untold.Instance!.Tags);
        Assert.DoesNotContain("Tags", untold.ToJson(), StringComparison.Ordinal);
        Assert.Empty(untold.Compare(tagged));
        Assert.Empty(InstanceConfiguration.Parse(untold.ToJson()).Compare(tagged));
        Assert.Equal(ChangeKind.Remove, Assert.Single(bare.Compare(tagged)).Change);
    }

    [Fact]
    public async Task Only_the_requested_kinds_are_read()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;

        InstanceConfiguration users = await client.Client.Configurations.ReadAsync(id, [ConfigurationKind.User], Stop);
        Assert.Equal((null, null, null, null, 4), (users.Settings, users.Topics, users.Quotas, users.ConsumerGroups, users.Users!.Length));
        Assert.Null(users.Instance);
        Assert.EndsWith("/users", client.Last.Target, StringComparison.Ordinal);

        int before = client.Recorder.Sent.Count;
        InstanceConfiguration itself = await client.Client.Configurations.ReadAsync(id, [ConfigurationKind.Instance], Stop);
        Assert.Equal((1, null), (client.Recorder.Sent.Count - before, itself.Topics));
        Assert.Empty(itself.Compare(itself));

        InstanceConfiguration access = await client.Client.Configurations.ReadAsync(id, [ConfigurationKind.AccessPolicy], Stop);
        Assert.All(access.Topics!, topic => Assert.Equal((null, true), (topic.PartitionCount, topic.Access is not null)));
        Assert.Empty(access.Compare(access, [ConfigurationKind.AccessPolicy]));
    }

    [Fact]
    public async Task The_first_unreadable_permissions_end_the_reading()
    {
        string topics = string.Join(',', Enumerable.Range(0, 40).Select(number => $$"""{"name":"orders-{{number}}"}"""));
        using ScriptedClient client = new();
        client.Then(
            Responses.Json("""{"instance_id":"i1","ssl_enable":true}"""),
            Responses.Json($$"""{"total":40,"topics":[{{topics}}]}"""),
            Responses.Error(403, "DMS.00403003"));

        DmsException error = await client.FailAsync(dms => dms.Configurations.ReadAsync("i1", [ConfigurationKind.AccessPolicy], Stop));

        Assert.Equal(DmsErrorKind.PermissionDenied, error.Kind);
        Assert.Equal(3, client.Sent.Count);
    }
}

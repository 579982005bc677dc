using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Instances;

/// <summary>Lists of instances, from the emulated service and within the limits of the contract.</summary>
public sealed class InstanceListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiVersion.V2)]
    [InlineData(ApiVersion.V1)]
    public async Task All_instances_have_the_name_of_their_connection(ApiVersion version)
    {
        using EmulatedClient client = new(version);

        IReadOnlyList<Instance> all = await client.Client.Instances.List().ToListAsync(Stop);

        Assert.Equal(10, all.Count);
        Assert.All(all, instance => Assert.Equal("test", instance.Context));
        Assert.All(all, instance => Assert.False(string.IsNullOrEmpty(instance.InstanceId)));
        Assert.Single(client.Emulator.Requests);
    }

    [Theory]
    [InlineData("\"broker_num\":4,\"node_num\":5", 4)]
    [InlineData("\"broker_num\":0,\"node_num\":5,\"connect_address\":\"192.168.0.1\"", 5)]
    [InlineData("\"connect_address\":\"192.168.0.100,192.168.0.61,192.168.0.72\"", 3)]
    [InlineData("\"cross_vpc_info\":\"{\\\"192.168.0.61\\\":{},\\\"192.168.0.72\\\":{}}\"", 2)]
    [InlineData("\"connect_address\":\"\",\"cross_vpc_info\":\"{}\"", null)]
    public async Task The_broker_count_comes_from_the_first_field_that_has_it(string fields, int? brokers)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json($$"""{"instance_id":"i-1",{{fields}}}"""));

        Assert.Equal(brokers, (await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop))).BrokerCount);
    }

    [Fact]
    public async Task The_broker_count_is_known_in_v1()
    {
        using EmulatedClient client = new(ApiVersion.V1);

        Assert.Equal((3, 5), ((await client.FindAsync("kafka-dev")).BrokerCount, (await client.FindAsync("kafka-prod-payments")).BrokerCount));
    }

    [Theory]
    [InlineData(ApiVersion.V2)]
    [InlineData(ApiVersion.V1)]
    public async Task A_long_list_is_read_completely_in_order_and_without_duplicates(ApiVersion version)
    {
        using EmulatedClient client = new(version, empty: true);
        for (int i = 0; i < 173; i++)
        {
            await client.Client.Instances.CreateAsync(
                version == ApiVersion.V2 ? Specifications.Minimal($"kafka-{i:000}") : Specifications.MinimalV1($"kafka-{i:000}"), Stop);
        }

        int before = client.Emulator.Requests.Count;
        List<string?> names = await client.Client.Instances.List().Select(instance => instance.Name).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(0, 173).Select(i => $"kafka-{i:000}"), names);
        Assert.Equal(4, client.Emulator.Requests.Count - before);

        List<string?> part = await client.Client.Instances.List(range: new(60, 70)).Select(instance => instance.Name).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(60, 70).Select(i => $"kafka-{i:000}"), part);
        Assert.Empty(await client.Client.Instances.List(range: new(173, null)).ToListAsync(Stop));
        Assert.Empty(await client.Client.Instances.List(range: new(5000, 3)).ToListAsync(Stop));
    }

    [Theory]
    [InlineData(ApiVersion.V2)]
    [InlineData(ApiVersion.V1)]
    public async Task The_service_applies_the_filter(ApiVersion version)
    {
        using EmulatedClient client = new(version);
        InstancesApi instances = client.Client.Instances;
        Assert.Equal(3, await instances.List(new() { Name = "prod" }).CountAsync(Stop));
        Assert.Equal(1, await instances.List(new() { Name = "kafka-prod", ExactName = true }).CountAsync(Stop));
        Assert.Equal(2, await instances.List(new() { Status = "CREATEFAILED", IncludeFailed = true }).CountAsync(Stop));
        Assert.Equal("kafka-legacy", (await instances.List(new() { Status = "FROZEN" }).SingleAsync(Stop)).Name);
        Assert.Equal(12, await instances.List(new() { IncludeFailed = true }).CountAsync(Stop));

        string? id = (await client.FindAsync("kafka-dev")).InstanceId;
        Assert.Equal("kafka-dev", (await instances.List(new() { InstanceId = id }).SingleAsync(Stop)).Name);
        Assert.Equal(0, await instances.List(new() { EnterpriseProjectId = "other" }).CountAsync(Stop));
    }

    [Fact]
    public async Task Version_2_uses_its_own_query_names()
        => Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["engine"] = "kafka",
                ["name"] = "a b&c",
                ["exact_match_name"] = "true",
                ["instance_id"] = "i-1",
                ["status"] = "RUNNING",
                ["include_failure"] = "true",
                ["enterprise_project_id"] = "e-1",
                ["offset"] = "7",
                ["limit"] = "3",
            },
            await AskAsync(ApiVersion.V2, Everything, new(7, 3)));

    [Fact]
    public async Task Version_1_uses_its_own_query_names_and_counts_from_one()
        => Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["engine"] = "kafka",
                ["name"] = "a b&c",
                ["exactMatchName"] = "true",
                ["id"] = "i-1",
                ["status"] = "RUNNING",
                ["includeFailure"] = "true",
                ["enterprise_project_id"] = "e-1",
                ["start"] = "8",
                ["limit"] = "3",
            },
            await AskAsync(ApiVersion.V1, Everything, new(7, 3)));

    [Fact]
    public async Task Unset_filters_are_not_sent_except_that_for_failed_creations()
    {
        IReadOnlyDictionary<string, string> asked = await AskAsync(ApiVersion.V2, null, default);

        Assert.Equal(["engine", "include_failure", "limit", "offset"], asked.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("false", asked["include_failure"]);
    }

    [Fact]
    public async Task A_page_records_that_the_service_asked_to_slow_down()
    {
        using ScriptedClient scripted = new ScriptedClient().Then(
            Responses.Error(429, "APIGW.0308"),
            Responses.Json("""{"instances":[{"instance_id":"a"}],"instance_num":1}"""),
            Responses.Json("""{"instances":[{"instance_id":"a"}],"instance_num":1}"""));

        Assert.True(await scripted.RunAsync(FirstPageThrottledAsync));
        Assert.False(await scripted.RunAsync(FirstPageThrottledAsync));
    }

    [Fact]
    public async Task A_response_without_instances_is_an_error()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("{}"));
        Assert.Equal(DmsErrorKind.UnreadableResponse, (await client.FailAsync(async it => await it.Instances.List().ToListAsync(Stop))).Kind);
    }

    private static InstanceFilter Everything => new()
    {
        Name = "a b&c",
        ExactName = true,
        InstanceId = "i-1",
        Status = "RUNNING",
        IncludeFailed = true,
        EnterpriseProjectId = "e-1",
    };

    private static async Task<bool> FirstPageThrottledAsync(DmsClient client)
        => (await client.Instances.List().AsPagesAsync(Stop).FirstAsync(Stop)).Throttled;

    private static async Task<IReadOnlyDictionary<string, string>> AskAsync(ApiVersion version, InstanceFilter? filter, PageRange range)
    {
        using ScriptedClient client = new ScriptedClient(options => options.ApiVersion = version).Then(Responses.Json(Responses.NoInstances));
        await client.RunAsync(async it => await it.Instances.List(filter, range).ToListAsync(Stop));
        SentRequest sent = Assert.Single(client.Sent);
        Assert.Equal($"/{(version == ApiVersion.V2 ? "v2" : "v1.0")}/{ScriptedClient.ProjectId}/instances", sent.Address.AbsolutePath);
        return sent.Query;
    }
}

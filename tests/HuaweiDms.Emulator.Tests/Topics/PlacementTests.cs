using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Topics;

/// <summary>Replica placement and reassignment (5.2.8, 5.2.11, 5.5.7, 5.5.8, 7.2.2.1).</summary>
public sealed class PlacementTests
{
    [Fact]
    public async Task Details_show_leaders_replicas_and_groups()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev");

        JsonNode orders = (await service.GetAsync(path + "management/topics/orders")).Ok();

        Assert.Equal(["0,1,2", "1,2,0", "2,0,1", "0,1,2", "1,2,0", "2,0,1"], Brokers(orders));
        Assert.Equal((1, 2024, 2000), ((int)orders["partitions"]![1]!["leader"]!, (int)orders["partitions"]![1]!["leo"]!, (int)orders["partitions"]![1]!["lso"]!));
        Assert.Equal(["billing", "fulfilment"], orders["group_subscribed"]!.AsArray().Select(group => (string?)group));
    }

    [Fact]
    public async Task Details_can_be_read_once_per_second()
    {
        using TestService service = new(options => options.Speed = 1);
        string path = await PathAsync(service, "kafka-dev");

        (await service.GetAsync(path + "management/topics/orders")).Ok();
        (await service.GetAsync(path + "management/topics/clicks")).Rejected(404, "DMS.10240407");
        (await service.GetAsync((await PathAsync(service, "kafka-prod")) + "management/topics/orders")).Ok();
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        (await service.GetAsync(path + "management/topics/clicks")).Ok();
    }

    [Fact]
    public async Task Replicas_move_when_their_task_ends()
    {
        using TestService service = new(options => options.Speed = 1);
        string path = await PathAsync(service, "kafka-prod-payments");

        Response response = await service.PostAsync(path + "management/topics/payments/replicas-reassignment", """
            {"partitions":[{"partition":0,"replicas":[4,3,2]},{"partition":2,"replicas":[0,1,4]}]}
            """);

        Assert.Equal(204, response.Status);
        Assert.Equal(["0,1,2", "1,2,3", "2,3,4"], await BrokersAsync(service, path, "payments"));
        service.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(["4,3,2", "1,2,3", "0,1,4"], await BrokersAsync(service, path, "payments"));
    }

    [Theory]
    [InlineData("""{"partitions":[]}""", "DMS.00400085")]
    [InlineData("""{"partitions":[{"partition":3,"replicas":[0,1,2]}]}""", "DMS.00400062")]
    [InlineData("""{"partitions":[{"partition":0,"replicas":[0,1]}]}""", "DMS.00400062")]
    [InlineData("""{"partitions":[{"partition":0,"replicas":[0,1,1]}]}""", "DMS.00400062")]
    [InlineData("""{"partitions":[{"partition":0,"replicas":[0,1,5]}]}""", "DMS.00400062")]
    [InlineData("""{"partitions":[{"partition":0,"replicas":[0,1,2]},{"partition":0,"replicas":[0,1,2]}]}""", "DMS.00400085")]
    public async Task Invalid_placement_is_rejected(string body, string code)
    {
        using TestService service = new();

        (await service.PostAsync(await PathAsync(service, "kafka-prod-payments") + "management/topics/payments/replicas-reassignment", body)).Rejected(400, code);
    }

    [Fact]
    public async Task Topics_are_spread_over_brokers_with_more_or_fewer_replicas()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-prod-payments");

        string task = (string)(await service.PostAsync(Reassign(path), """
            {"reassignments":[{"topic":"payments","brokers":[4,3,1],"replication_factor":2}],"throttle":100,"time_estimate":false}
            """)).Ok()["job_id"]!;
        Assert.Equal("EXECUTING", await StatusAsync(service, path, task));
        (await service.PostAsync(Reassign(path), """{"reassignments":[{"topic":"payments","brokers":[0,1,2]}]}""")).Rejected(400, "DMS.00400017");
        Assert.False((bool)(await service.PostAsync(path + "topics/delete", """{"topics":["payments"]}""")).Ok()["topics"]![0]!["success"]!);
        service.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("SUCCESS", await StatusAsync(service, path, task));
        Assert.Equal(["4,3", "3,1", "1,4"], await BrokersAsync(service, path, "payments"));
        Assert.Equal(2, (int)(await service.GetAsync(path + "topics?offset=1&limit=1")).Ok()["topics"]![0]!["replication"]!);
    }

    [Fact]
    public async Task Estimate_moves_nothing_and_a_lower_throttle_takes_longer()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-prod-payments");
        async Task<int> EstimateAsync(int rate) => (int)(await service.PostAsync(Reassign(path), $$"""
            {"reassignments":[{"topic":"payments","assignment":[{"partition":0,"partition_brokers":[3,4,2]}]}],"throttle":{{rate}},"time_estimate":true}
            """)).Ok()["reassignment_time"]!;

        Assert.True(await EstimateAsync(10) > await EstimateAsync(300));
        // The reference's own example, which is in bytes.
        Assert.InRange(await EstimateAsync(10_000_000), await EstimateAsync(10), await EstimateAsync(9));
        service.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["0,1,2", "1,2,3", "2,3,4"], await BrokersAsync(service, path, "payments"));
    }

    [Fact]
    public async Task Reassignment_can_be_scheduled()
    {
        using TestService service = new(options => options.Speed = 1000);
        string path = await PathAsync(service, "kafka-prod-payments");
        long at = service.Clock.UtcNow.AddHours(1).ToUnixTimeMilliseconds();

        string task = (string)(await service.PostAsync(Reassign(path), $$"""
            {"reassignments":[{"topic":"payments","brokers":[2,3,4]}],"is_schedule":true,"execute_at":{{at}}}
            """)).Ok()["job_id"]!;

        Assert.Equal(("CREATED", "2026-01-02T03:04:05.000Z"), await ChangeAsync(service, path, task));
        service.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(("EXECUTING", "2026-01-02T04:04:05.000Z"), await ChangeAsync(service, path, task));
        service.Clock.Advance(TimeSpan.FromHours(1));
        (string? status, string? changedAt) = await ChangeAsync(service, path, task);
        Assert.Equal("SUCCESS", status);
        Assert.InRange(changedAt!, "2026-01-02T04:04:05.001Z", "2026-01-02T05:04:05");
        Assert.Equal(["2,3,4", "3,4,2", "4,2,3"], await BrokersAsync(service, path, "payments"));
    }

    [Fact]
    public async Task Topic_of_a_scheduled_reassignment_can_be_deleted_and_the_task_fails()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-prod-payments");
        long at = service.Clock.UtcNow.AddHours(1).ToUnixTimeMilliseconds();
        string task = (string)(await service.PostAsync(Reassign(path), $$"""
            {"reassignments":[{"topic":"payments","brokers":[2,3,4]}],"is_schedule":true,"execute_at":{{at}}}
            """)).Ok()["job_id"]!;

        Assert.True((bool)(await service.PostAsync(path + "topics/delete", """{"topics":["payments"]}""")).Ok()["topics"]![0]!["success"]!);

        Assert.Equal("CREATED", await StatusAsync(service, path, task));
        service.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal("FAILED", await StatusAsync(service, path, task));
    }

    [Fact]
    public async Task Task_goes_on_while_a_broker_that_receives_replicas_is_down()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-prod-payments"), id = await service.IdOfAsync("kafka-prod-payments");
        string task = (string)(await service.PostAsync(Reassign(path), """
            {"reassignments":[{"topic":"payments","brokers":[4,3,2]},{"topic":"clicks","brokers":[0,1,2]}]}
            """)).Ok()["job_id"]!;
        service.Emulator.Brokers.Stop(id, 4);

        service.Clock.Advance(TimeSpan.FromHours(9));

        Assert.Equal("EXECUTING", await StatusAsync(service, path, task));
        Assert.Equal(["0,1,2", "1,2,3", "2,3,4"], await BrokersAsync(service, path, "payments"));
        Assert.Equal("0,1,2", (await BrokersAsync(service, path, "clicks")).First());
        service.Emulator.Brokers.Start(id, 4);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        string ended = service.Clock.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(("SUCCESS", ended), await ChangeAsync(service, path, task));
        Assert.Equal(["4,3,2", "3,2,4", "2,4,3"], await BrokersAsync(service, path, "payments"));
    }

    [Theory]
    [InlineData("""{"reassignments":[]}""", "DMS.00400085")]
    [InlineData("""{"reassignments":[{"topic":"payments"}]}""", "DMS.00400085")]
    [InlineData("""{"reassignments":[{"topic":"nope","brokers":[0,1,2]}]}""", "DMS.00400876")]
    [InlineData("""{"reassignments":[{"topic":"payments","brokers":[0,1]}]}""", "DMS.00400861")]
    [InlineData("""{"reassignments":[{"topic":"payments","brokers":[0,1,2]},{"topic":"payments","brokers":[2,3,4]}]}""", "DMS.00400085")]
    [InlineData("""{"reassignments":[{"topic":"payments","brokers":[0,1,2]}],"throttle":0}""", "DMS.00400085")]
    [InlineData("""{"reassignments":[{"topic":"payments","brokers":[0,1,2]}],"throttle":-2}""", "DMS.00400085")]
    [InlineData("""{"reassignments":[{"topic":"payments","brokers":[0,1,2]}],"is_schedule":true}""", "DMS.00400085")]
    [InlineData("""{"reassignments":[{"topic":"payments","brokers":[0,1,2]}],"is_schedule":true,"execute_at":9223372036854775807}""", "DMS.00400142")]
    public async Task Invalid_reassignment_is_rejected(string body, string code)
    {
        using TestService service = new();

        string path = await PathAsync(service, "kafka-prod-payments");

        (await service.PostAsync(Reassign(path), body)).Rejected(400, code);
        Assert.Empty((await service.GetAsync(path + "tasks")).Ok()["tasks"]!.AsArray());
    }

    [Fact]
    public async Task Older_call_adds_partitions()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-dev") + "management/topics/clicks/partitions-reassignment";

        Assert.Equal(204, (await service.PostAsync(path, """{"partition":10}""")).Status);
        (await service.PostAsync(path, """{"partition":10}""")).Rejected(400, "DMS.00400062");
        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(path), """{"partition":101}""")).Rejected(400, "DMS.00400102");
    }

    [Fact]
    public async Task Partitions_cannot_be_added_during_a_reassignment()
    {
        using TestService service = new();
        string path = await PathAsync(service, "kafka-prod-payments");

        (await service.PostAsync(Reassign(path), """{"reassignments":[{"topic":"payments","brokers":[4,3],"replication_factor":2}]}""")).Ok();

        (await service.PostAsync(path + "management/topics/payments/partitions-reassignment", """{"partition":4}""")).Rejected(400, "DMS.00400017");
        service.Clock.Advance(TimeSpan.FromHours(1));
        (await service.PostAsync(path + "management/topics/payments/partitions-reassignment", """{"partition":4}""")).NoContent();
        Assert.All(await BrokersAsync(service, path, "payments"), brokers => Assert.Equal(2, brokers.Split(',').Length));
    }

    [Fact]
    public async Task Producers_are_listed_while_connected()
    {
        using TestService service = new();
        string path = $"/v2/{{project_id}}/kafka/instances/{await service.IdOfAsync("kafka-prod")}/topics/";

        JsonNode orders = (await service.GetAsync(path + "orders/producers?offset=1&limit=10")).Ok();

        Assert.Equal(2, (int)orders["total"]!);
        Assert.EndsWith(":9093", (string?)Assert.Single(orders["producers"]!.AsArray())!["broker_address"], StringComparison.Ordinal);
        Assert.Empty((await service.GetAsync(path + "audit-log/producers")).Ok()["producers"]!.AsArray());
    }

    private static async Task<string> PathAsync(TestService service, string name) => $"/v2/{{project_id}}/instances/{await service.IdOfAsync(name)}/";

    private static string Reassign(string path) => path.Replace("/v2/{project_id}", "/v2/kafka/{project_id}", StringComparison.Ordinal) + "reassign";

    private static async Task<IEnumerable<string>> BrokersAsync(TestService service, string path, string topic)
    {
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        return Brokers((await service.GetAsync($"{path}management/topics/{topic}")).Ok());
    }

    private static IEnumerable<string> Brokers(JsonNode detail)
        => detail["partitions"]!.AsArray().Select(partition => string.Join(',', partition!["replicas"]!.AsArray().Select(replica => (int)replica!["broker"]!)));

    private static async Task<string?> StatusAsync(TestService service, string path, string task) => (await ChangeAsync(service, path, task)).Status;

    private static async Task<(string? Status, string? At)> ChangeAsync(TestService service, string path, string task)
    {
        JsonNode found = (await service.GetAsync($"{path}tasks/{task}")).Ok()["tasks"]![0]!;
        return ((string?)found["status"], (string?)found["updated_at"]);
    }
}

using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Emulator.Tests.ConsumerGroups;

/// <summary>Consumers that join, leave and read as the clock advances.</summary>
public sealed class ConsumerTests
{
    private const int MaxReads = 5;

    private static readonly TimeSpan Rebalance = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Consumer_reads_and_commits_as_time_passes()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");

        EmulatedConsumer consumer = service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], messagesPerSecond: 2);

        Assert.Equal(("fulfilment-1", "orders"), (consumer.ClientId, Assert.Single(consumer.Topic)));
        Assert.Equal(("PREPARING_REBALANCE", 54), await ReadStateAsync(service, id, "fulfilment"));
        service.Clock.Advance(Rebalance);
        Assert.Equal(("STABLE", 54), await ReadStateAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(("STABLE", 34), await ReadStateAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromMilliseconds(400));
        Assert.Equal(("STABLE", 34), await ReadStateAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(("STABLE", 33), await ReadStateAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(("STABLE", 0), await ReadStateAsync(service, id, "fulfilment"));
    }

    [Fact]
    public async Task Emulator_speed_applies_to_consumers()
    {
        using TestService service = new(options => options.Speed = 10);
        string id = await service.IdOfAsync("kafka-prod");
        EmulatedConsumer consumer = service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], messagesPerSecond: 2);
        service.Clock.Advance(TimeSpan.FromSeconds(0.3));
        await ReadStateAsync(service, id, "fulfilment");
        service.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(("STABLE", 34), await ReadStateAsync(service, id, "fulfilment"));
        Assert.Equal(2, consumer.MessagesPerSecond);
    }

    [Fact]
    public async Task Members_share_partitions_and_take_over_those_of_a_leaver()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], "a");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders", "payments"], "b");

        Assert.Equal(["a: orders 0,2,4", "b: orders 1,3,5 payments 0,1,2"], await ReadersAsync(service, id, "fulfilment"));
        Assert.Equal("a", Assert.Single(service.Emulator.Consumers.Stop(id, "fulfilment", "a")).ClientId);
        Assert.Equal(["b: orders 0,1,2,3,4,5 payments 0,1,2"], await ReadersAsync(service, id, "fulfilment"));
        Assert.Single(service.Emulator.Consumers.Stop(id, "fulfilment"));
        Assert.Equal("EMPTY", (await ReadStateAsync(service, id, "fulfilment")).State);
        Assert.Empty(service.Emulator.Consumers.Stop(id, "fulfilment"));
        Assert.DoesNotContain(service.Emulator.Consumers, consumer => consumer.ConsumerGroup == "fulfilment");
    }

    [Fact]
    public async Task Vanished_member_stays_without_reading_until_its_session_expires()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"]);
        service.Emulator.Consumers.Stop(id, "fulfilment", abruptly: true);

        service.Clock.Advance(TimeSpan.FromSeconds(44));
        Assert.Equal(("STABLE", 54), await ReadStateAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("EMPTY", 54), await ReadStateAsync(service, id, "fulfilment"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task Remaining_member_takes_over_at_session_expiry_and_not_at_the_next_request(int reads)
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], "stays", messagesPerSecond: 1);
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], "vanishes", messagesPerSecond: 1);
        service.Emulator.Consumers.Stop(id, "fulfilment", "vanishes", abruptly: true);

        for (int read = 0; read < reads; read++)
        {
            service.Clock.Advance(TimeSpan.FromSeconds(60.0 / reads));
            await ReadStateAsync(service, id, "fulfilment");
        }

        // 27 messages of its own three partitions in the first 45 s, then 15 of the others.
        Assert.Equal(("STABLE", 12), await ReadStateAsync(service, id, "fulfilment"));
    }

    [Fact]
    public async Task New_partitions_are_read_from_their_creation()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-dev");
        service.Emulator.Consumers.Start(id, "fresh", ["payments"], messagesPerSecond: 0.5);
        service.Clock.Advance(Rebalance);

        (await service.PutAsync($"/v2/{{project_id}}/instances/{id}/topics", """{"topics":[{"id":"payments","new_partition_numbers":5}]}""")).NoContent();
        Assert.Equal(["fresh-1: payments 0,1,2,3,4"], await ReadersAsync(service, id, "fresh"));
        await SendAsync(service, id, partition: 4);
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(("STABLE", 0), await ReadStateAsync(service, id, "fresh"));
    }

    [Fact]
    public async Task Deleted_unread_messages_are_skipped_and_not_counted()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-dev");
        service.Emulator.Consumers.Start(id, "late", ["payments"], messagesPerSecond: 2, fromBeginning: true);
        service.Clock.Advance(Rebalance);
        string everything = """{"partitions":[{"partition":0,"offset":1020},{"partition":1,"offset":2020},{"partition":2,"offset":3020}]}""";
        (await service.SendAsync(HttpMethod.Delete, $"/v2/{{project_id}}/kafka/instances/{id}/topics/payments/messages", everything)).Ok();

        service.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(("STABLE", 6), await ReadStateAsync(service, id, "late"));
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(service, id, partition: 0);
        Assert.Equal(("STABLE", 1), await ReadStateAsync(service, id, "late"));
    }

    [Fact]
    public void Result_does_not_depend_on_how_often_it_is_queried()
    {
        Gen<(int Step, int Wait)[]> scenarios = (from step in Gen.Choose(0, 7) from wait in Gen.Choose(1, 8_000) select (step, wait)).ArrayOf(12);

        Check.One(Trials.Of(40), Prop.ForAll(scenarios.ToArbitrary(), async scenario
            => Assert.Equal(await RunScenarioAsync(scenario, reads: 0), await RunScenarioAsync(scenario, reads: MaxReads))));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 144)]
    public async Task New_group_starts_where_its_consumer_says(bool fromBeginning, int lag)
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");

        service.Emulator.Consumers.Start(id, "brand-new", ["clicks"], fromBeginning: fromBeginning);

        Assert.Equal(("PREPARING_REBALANCE", lag), await ReadStateAsync(service, id, "brand-new"));
    }

    [Fact]
    public async Task Consumer_with_rate_zero_holds_its_partitions()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], messagesPerSecond: 0);
        service.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal(("STABLE", 54), await ReadStateAsync(service, id, "fulfilment"));
    }

    [Fact]
    public async Task Starting_a_consumer_of_a_missing_instance_or_topic_throws()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        Assert.Equal("topics", Assert.Throws<ArgumentException>(() => service.Emulator.Consumers.Start(id, "g", ["orders", "nothing"])).ParamName);
        Assert.Equal("instanceId", Assert.Throws<ArgumentException>(() => service.Emulator.Consumers.Start("nowhere", "g", ["orders"])).ParamName);
        Assert.False(service.Emulator.Consumers.HasInstance("nowhere"));
        Assert.Equal("DEAD", (await ReadStateAsync(service, id, "g")).State);
    }

    [Fact]
    public async Task Nothing_is_consumed_while_the_instance_restarts()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], messagesPerSecond: 1);
        service.Clock.Advance(Rebalance + TimeSpan.FromSeconds(4));

        (await service.PostAsync("/v2/{project_id}/instances/action", TestService.Batch("restart", id))).Ok();

        service.Clock.Advance(TimeSpan.FromSeconds(179));
        Assert.Equal("RESTARTING", await service.StatusOfAsync(id));
        Assert.Equal(("PREPARING_REBALANCE", 50), await ReadStateAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromSeconds(1 + 5));
        Assert.Equal("RUNNING", await service.StatusOfAsync(id));
        Assert.Equal(("STABLE", 45), await ReadStateAsync(service, id, "fulfilment"));
    }

    [Fact]
    public async Task Instance_that_does_not_create_groups_refuses_consumers_of_a_missing_group()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        (await service.PutAsync($"/v2/{{project_id}}/instances/{id}/configs", """{"kafka_configs":[{"name":"auto.create.groups.enable","value":"false"}]}""")).Ok();

        Assert.Throws<InvalidOperationException>(() => service.Emulator.Consumers.Start(id, "brand-new", ["orders"]));

        Assert.Equal("DEAD", (await ReadStateAsync(service, id, "brand-new")).State);
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"]);
        Assert.Equal("PREPARING_REBALANCE", (await ReadStateAsync(service, id, "fulfilment")).State);
    }

    [Fact]
    public async Task Consumers_continue_in_an_emulator_that_loads_the_state()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        try
        {
            string id;
            using (TestService first = new(options => (options.Path, options.Speed) = (path, 1)))
            {
                id = await first.IdOfAsync("kafka-prod");
                first.Emulator.Consumers.Start(id, "fulfilment", ["orders"], messagesPerSecond: 1);
            }

            using TestService second = new(options => (options.Path, options.Speed) = (path, 1));
            second.Clock.Advance(Rebalance);
            await ReadStateAsync(second, id, "fulfilment");
            second.Clock.Advance(TimeSpan.FromSeconds(4));
            Assert.Equal(("STABLE", 50), await ReadStateAsync(second, id, "fulfilment"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>
    /// Runs a scenario of members, messages and partitions in equal total time and returns what the group has read at the end.
    /// </summary>
    private static async Task<string> RunScenarioAsync((int Step, int Wait)[] scenario, int reads)
    {
        using TestService service = new(options => options.Speed = 1);
        EmulatedConsumers consumers = service.Emulator.Consumers;
        string id = await service.IdOfAsync("kafka-dev");
        consumers.Start(id, "fulfilment", ["orders", "payments"], "first", messagesPerSecond: 0.7, fromBeginning: true);
        int partitions = 3;
        foreach ((int step, int wait) in scenario)
        {
            switch (step)
            {
                case 0:
                    consumers.Start(id, "fulfilment", ["payments"], "second", messagesPerSecond: 0.3);
                    break;
                case 1:
                    consumers.Stop(id, "fulfilment", "second", abruptly: true);
                    break;
                case 2:
                    consumers.Stop(id, "fulfilment", "second");
                    break;
                case 3:
                    await service.PutAsync(
                        $"/v2/{{project_id}}/instances/{id}/topics", $$"""{"topics":[{"id":"payments","new_partition_numbers":{{++partitions}}}]}""");
                    break;
                default:
                    await SendAsync(service, id, partition: step % 3);
                    break;
            }

            for (int read = 0; read < reads; read++)
            {
                service.Clock.Advance(TimeSpan.FromMilliseconds(wait));
                await ReadStateAsync(service, id, "fulfilment");
            }

            service.Clock.Advance(TimeSpan.FromMilliseconds(wait) * (MaxReads - reads));
        }

        return (await GroupAsync(service, id, "fulfilment"))["group_message_offsets"]!.ToJsonString();
    }

    private static async Task SendAsync(TestService service, string id, int partition)
        => (await service.PostAsync(
            $"/v2/{{project_id}}/instances/{id}/messages/action?action_id=send",
            $$"""{"topic":"payments","body":"x","property_list":[{"name":"PARTITION","value":"{{partition}}"}]}""")).Ok();

    private static async Task<JsonNode> GroupAsync(TestService service, string id, string group)
        => (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/groups/{group}")).Ok()["group"]!;

    private static async Task<(string? State, int Lag)> ReadStateAsync(TestService service, string id, string group)
    {
        JsonNode read = await GroupAsync(service, id, group);
        return ((string?)read["state"], read["group_message_offsets"]!.AsArray().Sum(offset => (int)offset!["lag"]!));
    }

    private static async Task<IEnumerable<string>> ReadersAsync(TestService service, string id, string group)
        => (await GroupAsync(service, id, group))["members"]!.AsArray().Select(member => $"{member!["client_id"]}: "
            + string.Join(" ", member["assignment"]!.AsArray().Select(assigned => $"{assigned!["topic"]} {string.Join(",", assigned["partitions"]!.AsArray())}")));
}

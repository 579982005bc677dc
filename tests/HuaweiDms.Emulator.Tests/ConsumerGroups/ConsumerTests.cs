using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.ConsumerGroups;

/// <summary>Consumers that come and go, and read as the clock passes.</summary>
public sealed class ConsumerTests
{
    private static readonly TimeSpan Rebalance = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_consumer_that_joins_reads_and_commits_as_time_passes()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");

        EmulatedConsumer consumer = service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], messagesPerSecond: 2);

        Assert.Equal(("fulfilment-1", "orders"), (consumer.ClientId, Assert.Single(consumer.Topic)));
        Assert.Equal(("PREPARING_REBALANCE", 54), await LookAsync(service, id, "fulfilment"));
        service.Clock.Advance(Rebalance);
        Assert.Equal(("STABLE", 54), await LookAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(("STABLE", 34), await LookAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromMilliseconds(400));
        Assert.Equal(("STABLE", 34), await LookAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(("STABLE", 33), await LookAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(("STABLE", 0), await LookAsync(service, id, "fulfilment"));
    }

    [Fact]
    public async Task The_speed_of_the_emulator_is_also_that_of_its_consumers()
    {
        using TestService service = new(options => options.Speed = 10);
        string id = await service.IdOfAsync("kafka-prod");
        EmulatedConsumer consumer = service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], messagesPerSecond: 2);
        service.Clock.Advance(TimeSpan.FromSeconds(0.3));
        await LookAsync(service, id, "fulfilment");
        service.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(("STABLE", 34), await LookAsync(service, id, "fulfilment"));
        Assert.Equal(2, consumer.MessagesPerSecond);
    }

    [Fact]
    public async Task Partitions_are_shared_and_taken_over()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], "a");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders", "payments"], "b");

        Assert.Equal(["a: orders 0,2,4", "b: orders 1,3,5 payments 0,1,2"], await ReadersAsync(service, id, "fulfilment"));
        Assert.Equal("a", Assert.Single(service.Emulator.Consumers.Stop(id, "fulfilment", "a")).ClientId);
        Assert.Equal(["b: orders 0,1,2,3,4,5 payments 0,1,2"], await ReadersAsync(service, id, "fulfilment"));
        Assert.Single(service.Emulator.Consumers.Stop(id, "fulfilment"));
        Assert.Equal("EMPTY", (await LookAsync(service, id, "fulfilment")).State);
        Assert.Empty(service.Emulator.Consumers.Stop(id, "fulfilment"));
        Assert.DoesNotContain(service.Emulator.Consumers, consumer => consumer.ConsumerGroup == "fulfilment");
    }

    [Fact]
    public async Task Whoever_vanishes_is_in_the_group_until_the_session_has_ended_and_reads_nothing()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"]);
        service.Emulator.Consumers.Stop(id, "fulfilment", abruptly: true);

        service.Clock.Advance(TimeSpan.FromSeconds(44));
        Assert.Equal(("STABLE", 54), await LookAsync(service, id, "fulfilment"));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("EMPTY", 54), await LookAsync(service, id, "fulfilment"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 144)]
    public async Task A_new_group_begins_where_its_consumer_says(bool fromBeginning, int lag)
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");

        service.Emulator.Consumers.Start(id, "brand-new", ["clicks"], fromBeginning: fromBeginning);

        Assert.Equal(("PREPARING_REBALANCE", lag), await LookAsync(service, id, "brand-new"));
    }

    [Fact]
    public async Task A_consumer_of_nothing_holds_its_partitions()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-prod");
        service.Emulator.Consumers.Start(id, "fulfilment", ["orders"], messagesPerSecond: 0);
        service.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal(("STABLE", 54), await LookAsync(service, id, "fulfilment"));
    }

    [Fact]
    public async Task What_there_is_not_cannot_be_read()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        Assert.Equal("topics", Assert.Throws<ArgumentException>(() => service.Emulator.Consumers.Start(id, "g", ["orders", "nothing"])).ParamName);
        Assert.Equal("instanceId", Assert.Throws<ArgumentException>(() => service.Emulator.Consumers.Start("nowhere", "g", ["orders"])).ParamName);
        Assert.False(service.Emulator.Consumers.HasInstance("nowhere"));
        Assert.Equal("DEAD", (await LookAsync(service, id, "g")).State);
    }

    [Fact]
    public async Task Consumers_go_on_in_an_emulator_that_takes_over_the_state()
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
            await LookAsync(second, id, "fulfilment");
            second.Clock.Advance(TimeSpan.FromSeconds(4));
            Assert.Equal(("STABLE", 50), await LookAsync(second, id, "fulfilment"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<JsonNode> GroupAsync(TestService service, string id, string group)
        => (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/groups/{group}")).Ok()["group"]!;

    private static async Task<(string? State, int Lag)> LookAsync(TestService service, string id, string group)
    {
        JsonNode read = await GroupAsync(service, id, group);
        return ((string?)read["state"], read["group_message_offsets"]!.AsArray().Sum(offset => (int)offset!["lag"]!));
    }

    private static async Task<IEnumerable<string>> ReadersAsync(TestService service, string id, string group)
        => (await GroupAsync(service, id, group))["members"]!.AsArray().Select(member => $"{member!["client_id"]}: "
            + string.Join(" ", member["assignment"]!.AsArray().Select(assigned => $"{assigned!["topic"]} {string.Join(",", assigned["partitions"]!.AsArray())}")));
}

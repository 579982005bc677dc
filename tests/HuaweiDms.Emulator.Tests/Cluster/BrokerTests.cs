using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Cluster;

/// <summary>Stopping and starting brokers.</summary>
public sealed class BrokerTests
{
    private const string Instances = "/v2/{project_id}/instances/";

    /// <summary>
    /// Partition 0 of the topic orders has its replicas on brokers 0, 1 and 2, in this order; events has one replica, on broker
    /// 1.
    /// </summary>
    private static async Task<(string Id, string Path)> PrepareAsync(TestService service, string instance = "kafka-prod")
    {
        string id = await service.IdOfAsync(instance);
        (await service.PostAsync($"{Instances}{id}/topics", """{"id":"events","partition":3,"replication":1}""")).Ok();
        return (id, Instances + id);
    }

    private static async Task<JsonNode> PartitionAsync(TestService service, string path, string topic, int number)
    {
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        return (await service.GetAsync($"{path}/management/topics/{topic}")).Ok()["partitions"]![number]!;
    }

    private static string InSync(JsonNode partition)
        => string.Join(",", partition["replicas"]!.AsArray().Where(replica => (bool)replica!["in_sync"]!).Select(replica => (int)replica!["broker"]!));

    private static async Task<JsonNode> ClusterAsync(TestService service, string path) => (await service.GetAsync(path + "/management/cluster")).Ok()["cluster"]!;

    private static Task<Response> SendAsync(TestService service, string path, string topic, int? partition)
        => service.PostAsync(path + "/messages/action?action_id=send", $$"""
            {"topic":"{{topic}}","body":"x","property_list":[{{(partition is null ? "" : $$"""{"name":"PARTITION","value":"{{partition}}"}""")}}]}
            """);

    [Fact]
    public async Task Leadership_moves_to_the_next_in_sync_replica_and_an_unreplicated_partition_has_no_leader()
    {
        using TestService service = new();
        (string id, string path) = await PrepareAsync(service);
        JsonNode before = await ClusterAsync(service, path);

        EmulatedBroker stopped = service.Emulator.Brokers.Stop(id, 1);

        Assert.Equal((id, 1, false), (stopped.InstanceId, stopped.Broker, stopped.IsHealthy));
        JsonNode led = await PartitionAsync(service, path, "orders", 1);
        Assert.Equal((2, "2,0"), ((int)led["leader"]!, InSync(led)));
        Assert.Equal((0, "0,2"), ((int)(await PartitionAsync(service, path, "orders", 0))["leader"]!, InSync(await PartitionAsync(service, path, "orders", 0))));
        JsonNode lost = await PartitionAsync(service, path, "events", 1);
        Assert.Equal((-1, "1"), ((int)lost["leader"]!, InSync(lost)));
        Assert.DoesNotContain(lost["replicas"]!.AsArray(), replica => (bool)replica!["leader"]!);

        JsonNode after = await ClusterAsync(service, path);
        Assert.Equal([true, false, true], after["brokers"]!.AsArray().Select(broker => (bool)broker!["is_health"]!));
        Assert.Equal((int)before["partitions_count"]! - 1, (int)after["online_partitions_count"]!);
        Assert.Equal(1, Assert.Single(service.Emulator.Brokers, broker => !broker.IsHealthy).Broker);
        Assert.Equal((int)before["replicas_count"]!, (int)after["replicas_count"]!);
        // All other partitions have a replica on each broker.
        Assert.Equal((int)before["isr_replicas_count"]! - ((int)before["partitions_count"]! - 3), (int)after["isr_replicas_count"]!);
    }

    [Fact]
    public async Task When_the_controller_stops_another_broker_takes_over_for_good()
    {
        using TestService service = new();
        (string id, string path) = await PrepareAsync(service);
        service.Emulator.Brokers.Stop(id, 2);
        Assert.Equal("1", (string?)(await ClusterAsync(service, path))["controller"]);
        service.Emulator.Brokers.Start(id, 2);
        Assert.Equal("1", (string?)(await ClusterAsync(service, path))["controller"]);
        JsonArray coordinators = (await service.GetAsync(path + "/management/coordinators")).Ok()["coordinators"]!.AsArray();
        service.Emulator.Brokers.Stop(id, 0);
        Assert.Contains(coordinators, group => (int)group!["id"]! == 0);
        Assert.DoesNotContain((await service.GetAsync(path + "/management/coordinators")).Ok()["coordinators"]!.AsArray(), group => (int)group!["id"]! == 0);
    }

    [Fact]
    public async Task Restarted_broker_catches_up_and_then_leads_again()
    {
        using TestService service = new(static options => options.Speed = 1);
        (string id, string path) = await PrepareAsync(service);
        service.Emulator.Brokers.Stop(id, 1);
        (await SendAsync(service, path, "orders", 1)).Ok();
        JsonNode behind = (await PartitionAsync(service, path, "orders", 1))["replicas"]![0]!;
        Assert.Equal((1, 1L), ((int)behind["broker"]!, (long)behind["lag"]!));

        Assert.True(service.Emulator.Brokers.Start(id, 1).IsHealthy);
        Assert.Equal(1, (int)(await PartitionAsync(service, path, "events", 1))["leader"]!);
        JsonNode partition = await PartitionAsync(service, path, "orders", 1);
        Assert.Equal((2, "2,0"), ((int)partition["leader"]!, InSync(partition)));

        service.Clock.Advance(TimeSpan.FromSeconds(60));
        partition = await PartitionAsync(service, path, "orders", 1);
        Assert.Equal((2, "1,2,0"), ((int)partition["leader"]!, InSync(partition)));
        Assert.Equal(0, (long)partition["replicas"]![0]!["lag"]!);

        service.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, (int)(await PartitionAsync(service, path, "orders", 1))["leader"]!);
    }

    [Fact]
    public async Task Partition_waits_for_the_last_in_sync_replica()
    {
        using TestService service = new();
        (string id, string path) = await PrepareAsync(service, "kafka-prod-payments");
        foreach (int broker in new[] { 2, 1, 0 })
        {
            service.Emulator.Brokers.Stop(id, broker);
            if (broker == 1)
                (await SendAsync(service, path, "orders", 0)).Ok();
        }

        service.Emulator.Brokers.Start(id, 1);
        service.Clock.Advance(TimeSpan.FromMinutes(10));
        JsonNode partition = await PartitionAsync(service, path, "orders", 0);
        Assert.Equal((-1, "0"), ((int)partition["leader"]!, InSync(partition)));

        service.Emulator.Brokers.Start(id, 0);
        Assert.Equal(0, (int)(await PartitionAsync(service, path, "orders", 0))["leader"]!);
        service.Clock.Advance(TimeSpan.FromMinutes(10));
        partition = await PartitionAsync(service, path, "orders", 0);
        Assert.Equal((0, "0,1"), ((int)partition["leader"]!, InSync(partition)));
    }

    [Fact]
    public async Task With_unclean_election_an_out_of_sync_replica_leads()
    {
        using TestService service = new();
        (string id, string path) = await PrepareAsync(service, "kafka-prod-payments");
        foreach (int broker in new[] { 2, 1 })
            service.Emulator.Brokers.Stop(id, broker);
        long end = (long)(await PartitionAsync(service, path, "orders", 0))["leo"]!;
        (await SendAsync(service, path, "orders", 0)).Ok();
        service.Emulator.Brokers.Stop(id, 0);
        service.Emulator.Brokers.Start(id, 1);
        (await service.PutAsync(path + "/configs", """{"kafka_configs":[{"name":"unclean.leader.election.enable","value":"true"}]}""")).Ok();

        JsonNode partition = await PartitionAsync(service, path, "orders", 0);
        Assert.Equal((1, end), ((int)partition["leader"]!, (long)partition["leo"]!));
        (await SendAsync(service, path, "orders", 0)).Ok();
        service.Emulator.Brokers.Start(id, 0);
        service.Emulator.Brokers.Start(id, 2);
        service.Clock.Advance(TimeSpan.FromMinutes(10));
        partition = await PartitionAsync(service, path, "orders", 0);
        Assert.Equal((0, "0,1,2", end + 1), ((int)partition["leader"]!, InSync(partition), (long)partition["leo"]!));
    }

    [Fact]
    public async Task Partition_without_leader_cannot_be_written_or_read()
    {
        using TestService service = new();
        (string id, string path) = await PrepareAsync(service);
        for (int number = 0; number < 3; number++)
            (await SendAsync(service, path, "events", number)).Ok();
        service.Emulator.Consumers.Start(id, "readers", ["events"], fromBeginning: true, messagesPerSecond: 0);
        service.Emulator.Brokers.Stop(id, 1);

        (await SendAsync(service, path, "events", 1)).Rejected(400, "DMS.10540900");
        for (int turn = 0; turn < 6; turn++)
            (await SendAsync(service, path, "events", null)).Ok();
        (await service.GetAsync(path + "/management/topics/events/partitions/1/end-message")).Rejected(400, "DMS.10540900");
        (await service.GetAsync(path + "/messages?topic=events&partition=1&message_offset=0")).Rejected(400, "DMS.10540900");
        JsonArray found = (await service.GetAsync(path + "/messages?topic=events&start_time=0&end_time=4102444800000&limit=50")).Ok()["messages"]!.AsArray();
        Assert.DoesNotContain(found, message => (int)message!["partition"]! == 1);
        string messages = $"/v2/{{project_id}}/kafka/instances/{id}/topics/events/messages";
        JsonNode deleted = (await service.SendAsync(HttpMethod.Delete, messages, """{"partitions":[{"partition":1,"offset":1}]}""")).Ok()["partitions"]![0]!;
        Assert.Equal(("failed", 5), ((string?)deleted["result"], (int)deleted["error_code"]!));

        JsonArray checks = JsonNode.Parse((await service.GetAsync($"/v2/{{project_id}}/kafka/instances/{id}/diagnosis-check?group=readers&topic=events")).Text)!.AsArray();
        Assert.Contains("\"0\":", (string?)checks.Single(check => (string?)check!["name"] == "LAG")!["reason"], StringComparison.Ordinal);
        string report = (string)(await service.PostAsync($"/v2/{{project_id}}/kafka/instances/{id}/message-diagnosis-tasks", """{"group_name":"readers","topic_name":"events"}""")).Ok()["report_id"]!;
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        JsonNode fetch = (await service.GetAsync($"/v2/{{project_id}}/kafka/instances/{id}/message-diagnosis/{report}")).Ok()["diagnosis_dimension_list"]!.AsArray()
            .SelectMany(dimension => dimension!["diagnosis_item_list"]!.AsArray()).Single(item => (string?)item!["name"] == "fetch_error")!;
        Assert.Equal(("abnormal", 1, 1), ((string?)fetch["result"], (int)fetch["partitions"]!.AsArray().Single()!, (int)fetch["broker_ids"]!.AsArray().Single()!));
        Assert.Equal("[5]", (string?)fetch["cause_ids"]!.AsArray().Last()!["params"]!["ERROR_CODE"]);
    }

    [Fact]
    public async Task Consumers_read_partitions_with_a_leader_and_the_others_once_they_have_one()
    {
        using TestService service = new();
        (string id, string path) = await PrepareAsync(service);
        service.Emulator.Consumers.Start(id, "readers", ["events"], fromBeginning: true);
        service.Clock.Advance(TimeSpan.FromSeconds(10));
        for (int number = 0; number < 3; number++)
            (await SendAsync(service, path, "events", number)).Ok();
        service.Emulator.Brokers.Stop(id, 1);
        async Task<string> LagsAsync() => string.Join(",", (await service.GetAsync(path + "/management/groups/readers")).Ok()["group"]!["group_message_offsets"]!.AsArray().Select(offset => (int)offset!["lag"]!));

        service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("0,1,0", await LagsAsync());
        service.Emulator.Brokers.Start(id, 1);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("0,0,0", await LagsAsync());
    }

    [Fact]
    public async Task Sync_replication_rejects_messages_when_too_few_replicas_are_in_sync()
    {
        using TestService service = new();
        (string id, string path) = await PrepareAsync(service);
        (await service.PutAsync(path + "/topics", """{"topics":[{"id":"orders","sync_replication":true}]}""")).NoContent();
        (await service.PutAsync(path + "/configs", """{"kafka_configs":[{"name":"min.insync.replicas","value":"3"}]}""")).Ok();
        (await SendAsync(service, path, "orders", 0)).Ok();
        service.Emulator.Brokers.Stop(id, 2);
        (await SendAsync(service, path, "orders", 0)).Rejected(400, "DMS.10540901");
        (await SendAsync(service, path, "payments", 0)).Ok();
    }

    [Fact]
    public async Task Stopped_broker_receives_no_new_replicas()
    {
        using TestService service = new();
        (string id, string path) = await PrepareAsync(service);
        service.Emulator.Brokers.Stop(id, 1);

        (await service.PostAsync(path + "/topics", """{"id":"thrice","replication":3}""")).Rejected(400, "DMS.00400861");
        (await service.PostAsync(path + "/topics", """{"id":"twice","partition":4,"replication":2}""")).Ok();
        JsonNode twice = await PartitionAsync(service, path, "twice", 1);
        Assert.Equal((2, "2,0"), ((int)twice["leader"]!, InSync(twice)));
        (await service.PostAsync(path + "/management/topics/events/replicas-reassignment", """{"partitions":[{"partition":0,"replicas":[1]}]}""")).Rejected(400, "DMS.00400062");

        (await service.PostAsync(path + "/management/topics/events/replicas-reassignment", """{"partitions":[{"partition":1,"replicas":[2]}]}""")).NoContent();
        service.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(-1, (int)(await PartitionAsync(service, path, "events", 1))["leader"]!);
        service.Emulator.Brokers.Start(id, 1);
        Assert.Equal((2, "2"), ((int)(await PartitionAsync(service, path, "events", 1))["leader"]!, InSync(await PartitionAsync(service, path, "events", 1))));
    }

    [Fact]
    public async Task Stopped_broker_reports_no_disk_and_no_producers()
    {
        using TestService service = new();
        (string id, string path) = await PrepareAsync(service);
        async Task<int> ProducersAsync() => (int)(await service.GetAsync($"/v2/{{project_id}}/kafka/instances/{id}/topics/orders/producers")).Ok()["total"]!;
        int before = await ProducersAsync();
        service.Emulator.Brokers.Stop(id, 1);

        JsonNode disk = (await service.GetAsync(path + "/topics/diskusage")).Ok()["broker_list"]![1]!;
        Assert.Equal(("broker-1", "Failed to get info"), ((string?)disk["broker_name"], (string?)disk["status"]));
        Assert.Null(disk["data_disk_use_percentage"]);
        Assert.True(await ProducersAsync() < before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Restarting_the_instance_starts_stopped_brokers(bool byRestart)
    {
        using TestService service = new();
        (string id, string path) = await PrepareAsync(service);
        service.Emulator.Brokers.Stop(id, 1);
        if (byRestart)
            (await service.PostAsync("/v2/{project_id}/instances/action", TestService.Batch("restart", id))).Ok();
        else
            service.Emulator.Brokers.Start(id, 1);
        service.Clock.Advance(TimeSpan.FromMinutes(10));

        JsonNode cluster = await ClusterAsync(service, path);
        Assert.All(cluster["brokers"]!.AsArray(), broker => Assert.True((bool)broker!["is_health"]!));
        Assert.Equal(((int)cluster["partitions_count"]!, (int)cluster["replicas_count"]!), ((int)cluster["online_partitions_count"]!, (int)cluster["isr_replicas_count"]!));
        Assert.Equal(1, (int)(await PartitionAsync(service, path, "orders", 1))["leader"]!);
    }

    [Fact]
    public async Task Stopped_broker_is_still_stopped_after_saving_and_loading()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            string id, path;
            using (TestService first = new(options => options.Path = file))
            {
                (id, path) = await PrepareAsync(first);
                first.Emulator.Brokers.Stop(id, 1);
                (await SendAsync(first, path, "orders", 1)).Ok();
            }

            using TestService second = new(options => options.Path = file);
            JsonNode partition = await PartitionAsync(second, path, "orders", 1);
            Assert.Equal((2, "2,0", 1L), ((int)partition["leader"]!, InSync(partition), (long)partition["replicas"]![0]!["lag"]!));
            second.Emulator.Brokers.Start(id, 1);
            second.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(1, (int)(await PartitionAsync(second, path, "orders", 1))["leader"]!);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Invalid_stop_or_start_throws()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod"), frozen = await service.IdOfAsync("kafka-legacy");
        EmulatedBrokers brokers = service.Emulator.Brokers;
        Assert.Throws<ArgumentException>("instanceId", () => brokers.Stop("nowhere", 0));
        Assert.Throws<ArgumentException>("broker", () => brokers.Stop(id, 3));
        Assert.Throws<ArgumentException>("broker", () => brokers.Start(id, -1));
        Assert.Contains("FROZEN", Assert.Throws<InvalidOperationException>(() => brokers.Stop(frozen, 0)).Message, StringComparison.Ordinal);
        brokers.Stop(id, 0);
        Assert.False(brokers.Stop(id, 0).IsHealthy);
        brokers.Stop(id, 1);
        Assert.Throws<InvalidOperationException>(() => brokers.Stop(id, 2));
        Assert.True(brokers.Start(id, 2).IsHealthy);
        service.Emulator.Reset();
        Assert.All(brokers, broker => Assert.True(broker.IsHealthy));
    }
}

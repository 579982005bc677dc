using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.SmartConnect;

/// <summary>Smart Connect and its tasks on the wire and with the emulated service (5.3, 7.2.4.2).</summary>
public sealed class SmartConnectTests
{
    private const string Marker = "Marker-Secret-1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Smart_Connect_is_enabled_and_disabled_by_tasks()
    {
        using EmulatedClient client = new();
        SmartConnectApi smart = client.Client.SmartConnect;
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        SmartConnectChange on = await smart.EnableAsync(id, nodeCount: 3, cancellationToken: Stop);
        Assert.Equal("""{"node_cnt":3}""", client.Last.Body);
        Assert.Equal((id, "test", true, "Smart Connect on"), (on.InstanceId, on.Context, on.Enabled, on.ToString()));
        Assert.Equal("EXTENDING", (await client.FindAsync("kafka-dev")).Status);

        client.Advance(TimeSpan.FromMinutes(6));
        Instance instance = await client.Client.Instances.GetAsync(id, Stop);
        Assert.Equal(("RUNNING", true, 3, on.ConnectorId), (instance.Status, instance.SmartConnectEnabled, instance.SmartConnectNodeCount, instance.ConnectorId));
        Assert.Equal("SUCCESS", (await client.Client.Tasks.GetAsync(id, on.TaskId!, Stop)).Status);

        SmartConnectChange off = await smart.DisableAsync(id, Stop);
        Assert.Equal((false, null), (off.Enabled, off.OrderId));
        Assert.Equal("CONNECTOR_DELETING", (await client.FindAsync("kafka-dev")).Status);
        client.Advance(TimeSpan.FromMinutes(6));
        Assert.False((await client.Client.Instances.GetAsync(id, Stop)).SmartConnectEnabled);
        Assert.NotNull(off.TaskId);
    }

    [Fact]
    public async Task The_list_contains_the_task_limit()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-analytics")).InstanceId!;

        SmartConnectLimits limits = await client.Client.SmartConnect.GetLimitsAsync(id, Stop);

        Assert.EndsWith("/connector/tasks?limit=1&offset=0", client.Last.Target, StringComparison.Ordinal);
        Assert.Equal((id, "test", 2L), (limits.InstanceId, limits.Context, limits.TaskCount));
        Assert.Equal((9, 18), (limits.TaskLimit, limits.LargestTaskLimit));
    }

    [Fact]
    public async Task The_end_of_prepaid_nodes_is_ordered()
    {
        using EmulatedClient client = new();
        Instance instance = await client.FindAsync("kafka-analytics");
        foreach (SmartConnectTask task in await client.Client.SmartConnect.List(instance.InstanceId!).ToListAsync(Stop))
            await client.Client.SmartConnect.DeleteAsync(instance.InstanceId!, task.TaskId!, Stop);

        SmartConnectChange ordered = await client.Client.SmartConnect.OrderDisableAsync(instance.InstanceId!, new("https://console.test/#/kafka"), Stop);

        Assert.Equal($$"""{"instance_id":"{{instance.InstanceId}}","url":"https://console.test/#/kafka"}""", client.Last.Body);
        Assert.StartsWith("CS", ordered.OrderId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dump_to_OBS_is_sent_with_its_keys_and_read_without()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        ObsSink sink = new()
        {
            BucketName = "b",
            Path = "p",
            ConsumerStrategy = "earliest",
            FileType = "TEXT",
            DeliverInterval = TimeSpan.FromMinutes(1),
            PartitionFormat = "yyyy/MM",
            RecordDelimiter = @"\n",
            StoreKeys = true,
        };
        sink.Authenticate(Secret.From("AK"), Secret.From(Marker));
        using SmartConnectTaskSpecification specification = new() { Name = "dump-1", TopicRegex = "pay.*", SinkTask = sink };

        SmartConnectTask made = await client.Client.SmartConnect.CreateAsync(id, specification, Stop);

        Assert.Equal(
            """
            {"task_name":"dump-1","start_later":false,"topics_regex":"pay.*","sink_task":{"obs_bucket_name":"b","obs_path":"p","consumer_strategy":"earliest","destination_file_type":"TEXT","partition_format":"yyyy/MM","record_delimiter":"\\n","store_keys":true,"deliver_time_interval":60,"access_key":"AK","secret_key":"Marker-Secret-1"},"source_type":"NONE","sink_type":"OBS_SINK"}
            """,
            client.Last.Body);
        Assert.Equal((id, "test", "dump-1", "CREATING", "pay.*"), (made.InstanceId, made.Context, made.Name, made.Status, made.TopicRegex));
        Assert.Null(made.SourceTask);
        ObsSink shown = Assert.IsType<ObsSink>(made.SinkTask);
        Assert.Equal(("b", "p", TimeSpan.FromMinutes(1), true, 5242880L), (shown.BucketName, shown.Path, shown.DeliverInterval, shown.StoreKeys, shown.PartSizeBytes));
        Assert.Null(shown.SecretKey);
        Assert.Null(shown.AdditionalProperties);
    }

    [Fact]
    public async Task Replication_between_Kafka_instances_converts_lists_and_dictionaries()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        KafkaReplicationSource source = new()
        {
            Direction = "push",
            BootstrapServers = ["10.0.0.1:9092", "10.0.0.2:9092"],
            SecurityProtocol = "SASL_SSL",
            SaslMechanism = "PLAIN",
            TopicMapping = new Dictionary<string, string>(StringComparer.Ordinal) { ["payments"] = "p2", ["clicks"] = "c2" },
        };
        source.Authenticate("bob", Secret.From(Marker));
        using SmartConnectTaskSpecification specification = new() { Name = "copy-1", Topics = ["payments"], StartLater = true, SourceTask = source };

        SmartConnectTask made = await client.Client.SmartConnect.CreateAsync(id, specification, Stop);

        Assert.Contains("\"bootstrap_servers\":\"10.0.0.1:9092,10.0.0.2:9092\"", client.Last.Body, StringComparison.Ordinal);
        Assert.Contains("\"topics_mapping\":\"payments:p2,clicks:c2\"", client.Last.Body, StringComparison.Ordinal);
        Assert.Contains("\"source_type\":\"KAFKA_REPLICATOR_SOURCE\"", client.Last.Body, StringComparison.Ordinal);
        Assert.Equal("WAITING", made.Status);
        KafkaReplicationSource shown = Assert.IsType<KafkaReplicationSource>(made.SourceTask);
        Assert.Equal(["10.0.0.1:9092", "10.0.0.2:9092"], shown.BootstrapServers!);
        Assert.Equal(("bob", "c2", 2), (shown.UserName, shown.TopicMapping!["clicks"], shown.TaskCount));
        Assert.Null(shown.Password);
    }

    [Fact]
    public async Task Replication_between_Redis_instances_has_a_source_and_a_sink()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        RedisReplicationSource source = new()
        {
            Addresses = ["10.0.0.1:6379", "10.0.0.2:6379"],
            RedisType = "cluster",
            SyncMode = "RDB_ONLY",
            FullSyncWait = TimeSpan.FromSeconds(10),
            RateLimitKBps = 10,
        };
        RedisReplicationSink sink = new() { Addresses = ["10.0.0.9:6379"], RedisType = "standalone" };
        source.Authenticate(Secret.From(Marker));
        sink.Authenticate(Secret.From(Marker));
        using SmartConnectTaskSpecification specification = new() { Name = "redis-1", Topics = ["payments"], SourceTask = source, SinkTask = sink };

        SmartConnectTask made = await client.Client.SmartConnect.CreateAsync(id, specification, Stop);

        Assert.Contains("\"full_sync_wait_ms\":10000", client.Last.Body, StringComparison.Ordinal);
        RedisReplicationSource shown = Assert.IsType<RedisReplicationSource>(made.SourceTask);
        Assert.Equal((TimeSpan.FromSeconds(10), 10, "Redis 10.0.0.1:6379"), (shown.FullSyncWait, shown.RateLimitKBps, shown.ToString()));
        Assert.Equal(-1, Assert.IsType<RedisReplicationSink>(made.SinkTask).TargetDatabase);
    }

    [Fact]
    public async Task Secrets_are_wiped_with_the_specification()
    {
        ObsSink sink = new();
        sink.Authenticate(Secret.From("AK"), Secret.From(Marker));
        new SmartConnectTaskSpecification { Name = "gone", SinkTask = sink }.Dispose();

        using EmulatedClient client = new();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Client.SmartConnect.CreateAsync("i", new() { Name = "gone", SinkTask = sink }, Stop));
    }

    [Fact]
    public async Task A_task_is_paused_resumed_restarted_and_deleted()
    {
        using EmulatedClient client = new();
        SmartConnectApi smart = client.Client.SmartConnect;
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        SmartConnectTask task = await smart.List(id).FirstAsync(task => task.Name == "orders-to-analytics", Stop);
        async Task<string?> StatusLaterAsync()
        {
            client.Advance(TimeSpan.FromMinutes(1));
            return (await smart.GetAsync(id, task.TaskId!, Stop)).Status;
        }

        await smart.PauseAsync(id, task.TaskId!, Stop);
        Assert.Equal("PAUSED", await StatusLaterAsync());
        await smart.ResumeAsync(id, task.TaskId!, Stop);
        Assert.Equal("RUNNING", await StatusLaterAsync());
        await smart.RestartAsync(id, task.TaskId!, Stop);
        Assert.Equal($"/v2/{client.Emulator.ProjectId}/kafka/instances/{id}/connector/tasks/{task.TaskId}/restart", client.Last.Target);
        Assert.Equal("RESTARTING", (await smart.GetAsync(id, task.TaskId!, Stop)).Status);
        Assert.Equal("RUNNING", await StatusLaterAsync());
        await smart.DeleteAsync(id, task.TaskId!, Stop);
        DmsException gone = await Assert.ThrowsAsync<DmsException>(() => smart.GetAsync(id, task.TaskId!, Stop));
        Assert.Equal((DmsErrorKind.NotFound, "DMS.00404026"), (gone.Kind, gone.ErrorId));
    }

    [Fact]
    public async Task The_documented_list_is_read_with_typed_sources_and_sinks()
    {
        string shown = HuaweiDms.Contract.ApiContract.Default["ListConnectorTasks"].Responses[200].Examples[0].GetRawText();
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(shown));
        IReadOnlyList<SmartConnectTask> tasks = await client.RunAsync(it => it.SmartConnect.List("i-1").ToListAsync(Stop));

        KafkaReplicationSource kafka = Assert.IsType<KafkaReplicationSource>(tasks[0].SourceTask);
        Assert.Equal((4, "pull", "Kafka pull B"), (kafka.BootstrapServers!.Length, kafka.Direction, kafka.ToString()));
        Assert.Null(kafka.TopicMapping);
        Assert.Null(tasks[0].SinkTask);
        ObsSink obs = Assert.IsType<ObsSink>(tasks[1].SinkTask);
        Assert.Equal((TimeSpan.FromMinutes(5), "obs://abcabc/obsTransfer-1810125534"), (obs.DeliverInterval, obs.ToString()));
        Assert.IsType<RedisReplicationSink>(tasks[2].SinkTask);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1708427753133), tasks[2].CreatedAt);
        Assert.All(tasks, task => Assert.Null(task.AdditionalProperties));
    }

    [Fact]
    public async Task A_topic_without_a_mapping_keeps_its_name()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(
            """{"id":"t","source_type":"KAFKA_REPLICATOR_SOURCE","source_task":{"topics_mapping":"payments:p2, orders,,clicks:c:2"}}"""));

        KafkaReplicationSource source = Assert.IsType<KafkaReplicationSource>((await client.RunAsync(it => it.SmartConnect.GetAsync("i", "t", Stop))).SourceTask);

        Assert.Equal([("payments", "p2"), ("orders", "orders"), ("clicks", "c:2")], source.TopicMapping!.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public async Task An_unknown_kind_keeps_its_settings_and_an_unused_side_is_null()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(
            """
            {"source_task":{"host":"h","port":1},"source_type":"MYSQL_SOURCE","sink_task":{},"sink_type":"NONE","id":"t","task_name":"n",
             "status":"SOMETHING","agency_name":"a"}
            """));
        SmartConnectTask task = await client.RunAsync(it => it.SmartConnect.GetAsync("i", "t", Stop));
        Assert.Equal("h", Assert.IsType<UnknownSource>(task.SourceTask).AdditionalProperties!["host"]);
        Assert.Null(task.SinkTask);
        Assert.Equal(("SOMETHING", "a"), (task.Status, task.AdditionalProperties!["agency_name"]));
    }

    [Fact]
    public async Task A_password_in_a_response_is_not_kept()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(
            """{"id":"t","source_type":"KAFKA_REPLICATOR_SOURCE","source_task":{"direction":"pull","password":"Marker-Secret-1"},"sink_type":"OBS_SINK","sink_task":{"access_key":"Marker-Secret-1","secret_key":"Marker-Secret-1"}}"""));

        SmartConnectTask task = await client.RunAsync(it => it.SmartConnect.GetAsync("i", "t", Stop));

        Assert.Null(((KafkaReplicationSource)task.SourceTask!).Password);
        Assert.Null(task.SourceTask.AdditionalProperties);
        Assert.Null(((ObsSink)task.SinkTask!).AccessKey);
        Assert.Null(task.SinkTask.AdditionalProperties);
    }

    [Theory]
    [InlineData("""{"id":"t","sink_type":"OBS_SINK","sink_task":{"obs_path":7,"obs_bucket_name":"b"}}""")]
    [InlineData("""{"id":"t","sink_task":{"obs_path":["p"],"obs_bucket_name":"b"},"sink_type":"OBS_SINK"}""")]
    [InlineData("""{"id":"t","source_task":"none","sink_task":{"store_keys":{},"obs_bucket_name":"b"},"sink_type":"OBS_SINK"}""")]
    public async Task Source_and_sink_are_read_whether_the_kind_comes_first_or_last(string response)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(response));

        SmartConnectTask task = await client.RunAsync(it => it.SmartConnect.GetAsync("i", "t", Stop));

        Assert.Equal("b", Assert.IsType<ObsSink>(task.SinkTask).BucketName);
        Assert.Null(task.SourceTask);
    }

    [Fact]
    public async Task A_deletion_whose_response_was_lost_succeeds()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(500, "DMS.00500000"), Responses.Error(404, "DMS.00404026"));

        await client.RunAsync(it => it.SmartConnect.DeleteAsync("i", "t", Stop));

        Assert.Equal(2, client.Sent.Count);
    }
}

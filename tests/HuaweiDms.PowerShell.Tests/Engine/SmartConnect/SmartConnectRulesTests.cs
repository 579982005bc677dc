using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>The rules for Smart Connect tasks, and the texts of refusals (5.3.3).</summary>
public sealed class SmartConnectRulesTests
{
    [Fact]
    public void A_valid_task_is_not_refused()
    {
        Assert.Null(SmartConnectRules.Check(Dump()));
        Assert.Null(SmartConnectRules.Check(Copy(source => source.PeerInstanceId = "8959ab1c-7a1a-41b1-a05a-93dfc361b32d")));
        Assert.Null(SmartConnectRules.Check(Copy(source =>
        {
            source.BootstrapServers = ["kafka.example:9092"];
            (source.SecurityProtocol, source.SaslMechanism) = ("SASL_SSL", "PLAIN");
            source.Authenticate("bob", Secret.From("secret"));
            source.TopicMapping = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "b" };
        })));
        Assert.Null(SmartConnectRules.Check(Redis(source => source.RateLimitKBps = -1)));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("with blank")]
    [InlineData("name\n")]
    [InlineData("näme-1")]
    public void A_name_must_have_4_to_64_plain_characters(string name) => Refuses(Dump(task => task.Name = name), "-Name", "4 to 64");

    [Fact]
    public void A_name_of_64_characters_is_accepted_and_one_of_65_is_refused()
    {
        Assert.Null(SmartConnectRules.Check(Dump(task => task.Name = new string('x', 64))));
        Refuses(Dump(task => task.Name = new string('x', 65)), "-Name", "4 to 64");
    }

    [Fact]
    public void Topics_are_given_by_name_or_by_regular_expression()
    {
        Refuses(Dump(task => task.TopicRegex = "a.*"), "-TopicRegex", "not with both");
        Refuses(Dump(task => task.Topics = null), "-Topic", "-TopicRegex");
        Assert.Null(SmartConnectRules.Check(Dump(task => (task.Topics, task.TopicRegex) = (null, "a.*"))));
        Refuses(Dump(task => task.Topics = [.. Enumerable.Range(0, 21).Select(number => $"t{number}")]), "-Topic", "20");
        Refuses(Dump(task => task.Topics = ["a,b"]), "-Topic", "several values");
        Refuses(Dump(task => task.Topics = [",b"]), "-Topic", "several values");
    }

    [Theory]
    [InlineData(29)]
    [InlineData(901)]
    [InlineData(30.5)]
    public void The_interval_of_files_must_be_30_to_900_seconds(double seconds)
        => Refuses(Dump(task => ((ObsSink)task.SinkTask!).DeliverInterval = TimeSpan.FromSeconds(seconds)), "-DeliverInterval", "30 seconds");

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a\n")]
    public void The_folder_of_a_dump_task_has_1_to_64_plain_characters(string path)
    {
        Assert.Contains("1 to 64", SmartConnectRules.CheckDumpPath(path)!.Message, StringComparison.Ordinal);
        Assert.Contains("'xx", SmartConnectRules.CheckDumpPath(new string('x', 65))!.Message, StringComparison.Ordinal);
        Assert.Null(SmartConnectRules.CheckDumpPath(new string('x', 64)));
        Assert.Null(SmartConnectRules.CheckDumpPath("a/b_c-1"));
        Assert.Null(SmartConnectRules.CheckDumpPath(null));
    }

    [Fact]
    public void A_peer_is_an_instance_or_an_address_with_another_name()
    {
        Refuses(Copy(), "-PeerInstanceId", "-BootstrapServer");
        Refuses(Copy(source => (source.PeerInstanceId, source.BootstrapServers) = ("8959ab1c-7a1a-41b1-a05a-93dfc361b32d", ["a:1"])), "-PeerInstanceId", "not both");
        Refuses(Copy(source => source.PeerInstanceId = "kafka-prod"), "-PeerInstanceId", "8959ab1c");
        Refuses(Copy(source => source.BootstrapServers = ["a:1", "b"]), "-BootstrapServer", "'b'");
        Refuses(Copy(source => source.BootstrapServers = ["a:65536"]), "-BootstrapServer", "'a:65536'");
        Refuses(Copy(source => source.BootstrapServers = ["a:0"]), "-BootstrapServer", "'a:0'");
        Assert.Null(SmartConnectRules.Check(Copy(source => source.BootstrapServers = ["a:65535"])));
        Refuses(Peer(source => (source.CurrentClusterName, source.ClusterName) = ("a", "a")), "-ClusterName", "different names");
        Refuses(Peer(source => source.ClusterName = new string('x', 21)), "-ClusterName", "1 to 20");
    }

    [Fact]
    public void A_credential_requires_SASL_SSL_and_SASL_SSL_requires_a_credential()
    {
        Refuses(Peer(source => source.SecurityProtocol = "SASL_SSL"), "-PeerCredential", "user name and password");
        Refuses(Peer(source => source.Authenticate("bob", Secret.From("secret"))), "-SecurityProtocol", "SASL_SSL");
        Refuses(Peer(source => source.SaslMechanism = "PLAIN"), "-SaslMechanism", "SASL_SSL");
        Refuses(
            Peer(source =>
            {
                source.SecurityProtocol = "SASL_SSL";
                source.Authenticate("bob", Secret.From("secret"));
            }),
            "-SaslMechanism",
            "SCRAM-SHA-512");
    }

    [Fact]
    public void Topics_are_renamed_by_prefix_or_by_mapping()
    {
        Refuses(Peer(source => (source.RenameTopics, source.TopicMapping) = (true, Mapping("a", "b"))), "-TopicMapping", "not with both");
        Refuses(Peer(source => source.TopicMapping = Mapping("a", "")), "-TopicMapping", "orders-copy");
        Refuses(Peer(source => source.TopicMapping = Mapping("a:b", "c")), "-TopicMapping", "orders-copy");
        Refuses(Peer(source => source.TopicMapping = Mapping(":a", "c")), "-TopicMapping", "orders-copy");
        Assert.Null(SmartConnectRules.Check(Peer(source => source.TopicMapping = Mapping("a", "b"), task => task.Topics = null)));
    }

    [Fact]
    public void Redis_addresses_pauses_and_rates_are_checked()
    {
        Refuses(Redis(source => source.Addresses = ["r"]), "-SourceRedisAddress", "host and a port");
        Refuses(Redis(source => source.RateLimitKBps = 0), "-RateLimitKBps", "-1");
        Refuses(Redis(source => source.FullSyncWait = TimeSpan.FromSeconds(-1)), "-FullSyncWait", "24 days");
        Refuses(Redis(source => source.FullSyncWait = TimeSpan.MaxValue), "-FullSyncWait", "24 days");
        SmartConnectTaskSpecification task = Redis();
        ((RedisReplicationSink)task.SinkTask!).Addresses = ["r:x"];
        Refuses(task, "-SinkRedisAddress", "'r:x'");
    }

    [Fact]
    public void For_any_value_a_refusal_names_the_parameter_and_nothing_throws()
        => Prop.ForAll<NonNull<string>, NonNull<string>, NonNull<string>>((name, topic, server) =>
        {
            SmartConnectTaskSpecification task = Copy(source => source.BootstrapServers = [server.Get], wanted => (wanted.Name, wanted.Topics) = (name.Get, [topic.Get]));
            return SmartConnectRules.Check(task)?.Message.StartsWith('-') != false;
        }).Check(Trials.Of(100));

    private static void Refuses(SmartConnectTaskSpecification wanted, params string[] says)
    {
        Failure refusal = SmartConnectRules.Check(wanted)!;
        Assert.Equal(System.Management.Automation.ErrorCategory.InvalidArgument, refusal.Category);
        Assert.StartsWith(says[0] + " ", refusal.Message, StringComparison.Ordinal);
        Assert.All(says, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    private static SmartConnectTaskSpecification Dump(Action<SmartConnectTaskSpecification>? change = null)
        => Changed(new() { Name = "dump", Topics = ["orders"], SinkTask = new ObsSink { BucketName = "b", DeliverInterval = TimeSpan.FromMinutes(5) } }, change);

    private static SmartConnectTaskSpecification Copy(
        Action<KafkaReplicationSource>? change = null, Action<SmartConnectTaskSpecification>? changeTask = null)
        => Changed(new() { Name = "copy", Topics = ["orders"], SourceTask = Changed(new KafkaReplicationSource { SecurityProtocol = "PLAINTEXT" }, change) }, changeTask);

    private static SmartConnectTaskSpecification Peer(
        Action<KafkaReplicationSource> change, Action<SmartConnectTaskSpecification>? changeTask = null)
        => Copy(
            source =>
            {
                source.BootstrapServers = ["kafka.example:9092"];
                change(source);
            },
            changeTask);

    private static SmartConnectTaskSpecification Redis(Action<RedisReplicationSource>? change = null) => new()
    {
        Name = "redis",
        Topics = ["orders"],
        SourceTask = Changed(new RedisReplicationSource { Addresses = ["r:6379"] }, change),
        SinkTask = new RedisReplicationSink { Addresses = ["s:6379"] },
    };

    private static Dictionary<string, string> Mapping(string source, string target) => new(StringComparer.Ordinal) { [source] = target };

    private static T Changed<T>(T value, Action<T>? change)
    {
        change?.Invoke(value);
        return value;
    }
}

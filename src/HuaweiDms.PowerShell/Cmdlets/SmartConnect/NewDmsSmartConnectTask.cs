using System.Collections;
using System.Management.Automation;
using System.Security;
using HuaweiDms.Json;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates Smart Connect tasks: copies between Kafka instances, copies between Redis instances, dumps to OBS (5.3.3).</summary>
[Cmdlet(VerbsCommon.New, "DmsSmartConnectTask", DefaultParameterSetName = Obs, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.SmartConnectTask")]
public sealed class NewDmsSmartConnectTask : WaitingCmdlet
{
    private const string Kafka = "Kafka";
    private const string Redis = "Redis";
    private const string Obs = "Obs";

    private SmartConnectTaskCreation? _creation;

    /// <summary>The name of the task: 4 to 64 letters, digits, hyphens and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>Leaves the task WAITING until you start it with Start-DmsSmartConnectTask.</summary>
    [Parameter]
    public SwitchParameter StartLater { get; set; }

    /// <summary>The topics, at most 20; for Redis, the topic that carries the copied data.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [Parameter(Mandatory = true, ParameterSetName = Redis)]
    [Parameter(ParameterSetName = Obs)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>The topics, as a regular expression instead of names.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [Parameter(ParameterSetName = Obs)]
    [ValidateNotNullOrEmpty]
    public string? TopicRegex { get; set; }

    /// <summary>The direction: pull copies from the peer, push copies to it, two-way does both.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Kafka)]
    [CanonicalCase(typeof(NewDmsSmartConnectTask))]
    [ValidateSet("pull", "push", "two-way")]
    public string? Direction { get; set; }

    /// <summary>The peer, by id or as an object from Get-DmsInstance; use either this or -BootstrapServer.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference? PeerInstanceId { get; set; }

    /// <summary>The addresses of the peer, each host:port; use either this or -PeerInstanceId.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [ValidateNotNullOrEmpty]
    public string[]? BootstrapServer { get; set; }

    /// <summary>The user and password for the peer, which is then accessed with SASL_SSL.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [Credential]
    public PSCredential? PeerCredential { get; set; }

    /// <summary>The protocol for the peer: SASL_SSL with -PeerCredential, otherwise PLAINTEXT.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [CanonicalCase(typeof(NewDmsSmartConnectTask))]
    [ValidateSet("SASL_SSL", "PLAINTEXT")]
    public string? SecurityProtocol { get; set; }

    /// <summary>The SASL mechanism of the peer; required with -PeerCredential.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [CanonicalCase(typeof(NewDmsSmartConnectTask))]
    [ValidateSet("PLAIN", "SCRAM-SHA-512")]
    public string? SaslMechanism { get; set; }

    /// <summary>The name of this instance in the task: 1 to 20 letters, digits, hyphens and underscores.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [ValidateNotNullOrEmpty]
    public string? CurrentClusterName { get; set; }

    /// <summary>The name of the peer in the task: 1 to 20 letters, digits, hyphens and underscores.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [ValidateNotNullOrEmpty]
    public string? ClusterName { get; set; }

    /// <summary>The target topics by source topic, as @{ orders = 'orders-copy' }.</summary>
    [Parameter(ParameterSetName = Kafka)]
    public IDictionary? TopicMapping { get; set; }

    /// <summary>Prefixes the names of target topics with the name of the source.</summary>
    [Parameter(ParameterSetName = Kafka)]
    public SwitchParameter RenameTopic { get; set; }

    /// <summary>Adds a header with the origin to copied messages, which prevents two-way copying from looping.</summary>
    [Parameter(ParameterSetName = Kafka)]
    public SwitchParameter AddProvenanceHeader { get; set; }

    /// <summary>Also copies the committed offsets of consumer groups.</summary>
    [Parameter(ParameterSetName = Kafka)]
    public SwitchParameter SyncConsumerOffset { get; set; }

    /// <summary>The number of replicas of topics that the task creates; at most the number of brokers of the peer.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? ReplicationFactor { get; set; }

    /// <summary>The number of parts that copy in parallel, 2 by default; two-way has twice as many.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? TaskCount { get; set; }

    /// <summary>The compression of copied messages.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [CanonicalCase(typeof(NewDmsSmartConnectTask))]
    [ValidateSet("none", "gzip", "snappy", "lz4", "zstd")]
    public string? CompressionType { get; set; }

    /// <summary>The position at which reading starts.</summary>
    [Parameter(ParameterSetName = Kafka)]
    [Parameter(ParameterSetName = Obs)]
    [CanonicalCase(typeof(NewDmsSmartConnectTask))]
    [ValidateSet("latest", "earliest")]
    public string ConsumerStrategy { get; set; } = "latest";

    /// <summary>The addresses of the source Redis, each host:port.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Redis)]
    [ValidateNotNullOrEmpty]
    public string[]? SourceRedisAddress { get; set; }

    /// <summary>The type of the source Redis, such as standalone or cluster.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Redis)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RedisTypeCompleter))]
    public string? SourceRedisType { get; set; }

    /// <summary>The id of the source Redis, if it is a DCS instance.</summary>
    [Parameter(ParameterSetName = Redis)]
    [ValidateNotNullOrEmpty]
    public string? SourceDcsInstanceId { get; set; }

    /// <summary>The password of the source Redis.</summary>
    [Parameter(ParameterSetName = Redis)]
    [ValidateNotNull]
    [SecureText]
    public SecureString? SourceRedisPassword { get; set; }

    /// <summary>RDB_ONLY copies everything once; CUSTOM_OFFSET continues with changes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Redis)]
    [CanonicalCase(typeof(NewDmsSmartConnectTask))]
    [ValidateSet("RDB_ONLY", "CUSTOM_OFFSET")]
    public string? SyncMode { get; set; }

    /// <summary>The pause before another attempt of the full copy.</summary>
    [Parameter(ParameterSetName = Redis)]
    [Duration]
    public TimeSpan? FullSyncWait { get; set; }

    /// <summary>The maximum number of further attempts of the full copy.</summary>
    [Parameter(ParameterSetName = Redis)]
    [ValidateRange(0, int.MaxValue)]
    [Integer]
    public int? FullSyncRetryCount { get; set; }

    /// <summary>The maximum read rate in KB per second; -1 for unlimited.</summary>
    [Parameter(ParameterSetName = Redis)]
    [ValidateRange(-1, int.MaxValue)]
    [Integer]
    public int? RateLimitKBps { get; set; }

    /// <summary>The addresses of the target Redis, each host:port.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Redis)]
    [ValidateNotNullOrEmpty]
    public string[]? SinkRedisAddress { get; set; }

    /// <summary>The type of the target Redis.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Redis)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RedisTypeCompleter))]
    public string? SinkRedisType { get; set; }

    /// <summary>The id of the target Redis, if it is a DCS instance.</summary>
    [Parameter(ParameterSetName = Redis)]
    [ValidateNotNullOrEmpty]
    public string? SinkDcsInstanceId { get; set; }

    /// <summary>The password of the target Redis.</summary>
    [Parameter(ParameterSetName = Redis)]
    [ValidateNotNull]
    [SecureText]
    public SecureString? SinkRedisPassword { get; set; }

    /// <summary>The OBS bucket to which messages are written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Obs)]
    [ValidateNotNullOrEmpty]
    public string? ObsBucketName { get; set; }

    /// <summary>The keys for writing to the bucket: the access key as user name, the secret key as password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Obs)]
    [Credential]
    public PSCredential? ObsCredential { get; set; }

    /// <summary>The folder in the bucket; slashes separate its levels.</summary>
    [Parameter(ParameterSetName = Obs)]
    [ValidateNotNullOrEmpty]
    public string? ObsPath { get; set; }

    /// <summary>The format of the folders by time.</summary>
    [Parameter(ParameterSetName = Obs)]
    [CanonicalCase(typeof(NewDmsSmartConnectTask))]
    [ValidateSet("yyyy", "yyyy/MM", "yyyy/MM/dd", "yyyy/MM/dd/HH", "yyyy/MM/dd/HH/mm")]
    public string PartitionFormat { get; set; } = "yyyy/MM/dd/HH/mm";

    /// <summary>The separator between messages: a comma, a semicolon, a bar, '\n' or NULL.</summary>
    [Parameter(ParameterSetName = Obs)]
    [RecordDelimiter]
    public string? RecordDelimiter { get; set; }

    /// <summary>The interval at which a file is written, 30 seconds to 15 minutes; 5 minutes by default.</summary>
    [Parameter(ParameterSetName = Obs)]
    [Duration]
    public TimeSpan DeliverInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Also writes the keys.</summary>
    [Parameter(ParameterSetName = Obs)]
    public SwitchParameter StoreKey { get; set; }

    /// <summary>Emits a task with this name that already exists instead of reporting an error, and warns if its topics or its bucket differ.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    private protected override string Purpose => SmartConnectTaskCreation.Purpose;

    private protected override string CountedNoun => "task";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _creation = new(Name, Specify) { StartsLater = StartLater, WaitsForCompletion = Wait, AcceptsExisting = IfNotExists };
        if (_creation.Check() is { } broken)
            ThrowTerminatingError(broken);
        if (_creation.Warning is { } warning)
            WriteWarning(warning);
    }

    private protected override string Describe(InstanceReference instance, object? part) => _creation!.SubjectIn(instance);

    private protected override object TargetOf(InstanceReference instance, object? part) => Name;

    private protected override Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
        => _creation!.PlanAsync(context, instance, cancellationToken);

    private SmartConnectTaskSpecification Specify() => new()
    {
        Name = Name,
        StartLater = StartLater,
        Topics = Topic,
        TopicRegex = TopicRegex,
        SourceTask = ParameterSetName switch
        {
            Kafka => MakeKafkaSource(),
            Redis => MakeRedisSource(),
            _ => null,
        },
        SinkTask = ParameterSetName switch
        {
            Redis => MakeRedisSink(),
            Obs => MakeObsSink(),
            _ => null,
        },
    };

    private KafkaReplicationSource MakeKafkaSource()
    {
        KafkaReplicationSource source = new()
        {
            CurrentClusterName = CurrentClusterName,
            ClusterName = ClusterName,
            Direction = Direction,
            PeerInstanceId = PeerInstanceId?.Id,
            BootstrapServers = Split(BootstrapServer),
            SecurityProtocol = SecurityProtocol ?? (PeerCredential is null ? "PLAINTEXT" : "SASL_SSL"),
            SaslMechanism = SaslMechanism,
            ConsumerStrategy = ConsumerStrategy,
            CompressionType = CompressionType,
            SyncConsumerOffsets = SyncConsumerOffset.IsPresent,
            ReplicationFactor = ReplicationFactor,
            TaskCount = TaskCount,
            RenameTopics = RenameTopic.IsPresent,
            AddProvenanceHeader = AddProvenanceHeader.IsPresent,
            TopicMapping = TopicMapping is null ? null : Table.Texts(TopicMapping),
        };
        if (PeerCredential is { } login)
            source.Authenticate(login.UserName, Secret.From(login.Password));
        return source;
    }

    /// <summary>Splits a text with several addresses, the form in which the service returns them.</summary>
    private static string[]? Split(string[]? addresses)
        => addresses?.SelectMany(text => CommaListConverter.Split(text) is { Length: > 0 } several ? several : [text]).ToArray();

    private RedisReplicationSource MakeRedisSource()
    {
        RedisReplicationSource source = new()
        {
            Addresses = Split(SourceRedisAddress),
            RedisType = SourceRedisType,
            DcsInstanceId = SourceDcsInstanceId,
            SyncMode = SyncMode,
            FullSyncWait = FullSyncWait,
            FullSyncRetryCount = FullSyncRetryCount,
            RateLimitKBps = RateLimitKBps,
        };
        if (SourceRedisPassword is { } password)
            source.Authenticate(Secret.From(password));
        return source;
    }

    private RedisReplicationSink MakeRedisSink()
    {
        RedisReplicationSink sink = new()
        {
            Addresses = Split(SinkRedisAddress),
            RedisType = SinkRedisType,
            DcsInstanceId = SinkDcsInstanceId,
        };
        if (SinkRedisPassword is { } password)
            sink.Authenticate(Secret.From(password));
        return sink;
    }

    private ObsSink MakeObsSink() => new ObsSink
    {
        BucketName = ObsBucketName,
        Path = ObsPath,
        ConsumerStrategy = ConsumerStrategy,
        PartitionFormat = PartitionFormat,
        RecordDelimiter = RecordDelimiter,
        DeliverInterval = DeliverInterval,
        StoreKeys = StoreKey.IsPresent,
    }.OpenedBy(ObsCredential!);
}

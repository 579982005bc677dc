using System.Text.Json.Serialization;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.SmartConnect;

namespace HuaweiDms.Emulator.State;

/// <summary>The state of a Kafka instance. Passwords are validated but not stored.</summary>
internal sealed class KafkaInstance
{
    public string Id { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public string Description { get; set; } = string.Empty;

    public Lifecycle Lifecycle { get; set; } = new();

    [JsonIgnore]
    public string Status => Lifecycle.Status;

    /// <summary>Whether its brokers respond, so that it can be restarted, changed and read.</summary>
    [JsonIgnore]
    public bool IsResponding => Status is InstanceStatus.Running or InstanceStatus.Error;

    /// <summary>The actual or expected end of its creation.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    public string EngineVersion { get; set; } = string.Empty;

    public string ProductId { get; set; } = string.Empty;

    /// <summary>The bandwidth class of older products, such as 100MB; the product id for newer ones.</summary>
    public string Specification { get; set; } = string.Empty;

    public int BrokerCount { get; set; }

    /// <summary>The maximum number of partitions of all brokers together.</summary>
    public int PartitionLimit { get; set; }

    public int TotalStorageGB { get; set; }

    /// <summary>How often its storage was extended.</summary>
    public int DiskExtensions { get; set; }

    public string StorageSpecCode { get; set; } = string.Empty;

    public string VpcId { get; set; } = string.Empty;

    public string SubnetId { get; set; } = string.Empty;

    public string SecurityGroupId { get; set; } = string.Empty;

    public List<string> ZoneIds { get; set; } = [];

    public string MaintainBegin { get; set; } = "02:00:00";

    public string MaintainEnd { get; set; } = "06:00:00";

    /// <summary>A private address for each broker.</summary>
    public List<string> PrivateAddresses { get; set; } = [];

    /// <summary>A public address for each broker; empty without public access.</summary>
    public List<string> PublicAddresses { get; set; } = [];

    public AccessModes AccessModes { get; set; } = new();

    /// <summary>The public bandwidth in Mbit/s requested with v1.0; 0 if none was.</summary>
    public int PublicBandwidth { get; set; }

    [JsonIgnore]
    public bool IsSaslEnabled => AccessModes.AnySasl;

    public List<string> SaslMechanisms { get; set; } = [];

    /// <summary>The user with whom SASL was first enabled; null if it never was.</summary>
    [JsonIgnore]
    public string? AccessUser => Users.Find(user => user.IsDefault)?.Name;

    /// <summary>In order of creation. They remain when SASL is disabled.</summary>
    public List<KafkaUser> Users { get; set; } = [];

    public string? ManagerUser { get; set; }

    public bool IsManagerEnabled { get; set; } = true;

    public string RetentionPolicy { get; set; } = "produce_reject";

    public bool IsAutoTopicEnabled { get; set; }

    public bool IsIpv6Enabled { get; set; }

    /// <summary>The Smart Connect of the instance; null if disabled.</summary>
    public SmartConnectState? SmartConnect { get; set; }

    /// <summary>The change of Smart Connect in progress.</summary>
    public PendingSmartConnect? SmartConnectBecomes { get; set; }

    /// <summary>The changed settings, by name (5.1.8).</summary>
    public Dictionary<string, string> Configs { get; set; } = [];

    /// <summary>Changed static settings that take effect at the next restart.</summary>
    public Dictionary<string, string> PendingConfigs { get; set; } = [];

    /// <summary>Whether the kernel is the latest, or an upgrade is scheduled or in progress.</summary>
    public bool IsUpgraded { get; set; }

    /// <summary>The addresses that listeners advertise to clients in other VPCs, if different from their own (5.2.5).</summary>
    public Dictionary<string, string> AdvertisedAddresses { get; set; } = [];

    public string? DiskKeyId { get; set; }

    public string EnterpriseProjectId { get; set; } = "0";

    public List<Tag> Tags { get; set; } = [];

    /// <summary>The quotas of users and clients (5.2.15).</summary>
    public List<ClientQuota> ClientQuotas { get; set; } = [];

    /// <summary>In order of creation.</summary>
    public List<KafkaTopic> Topics { get; set; } = [];

    /// <summary>In order of creation.</summary>
    public List<ConsumerGroup> ConsumerGroups { get; set; } = [];

    /// <summary>Oldest first.</summary>
    public List<MessageDiagnosis> Diagnoses { get; set; } = [];

    /// <summary>Oldest first.</summary>
    public List<BackgroundTask> Tasks { get; set; } = [];

    /// <summary>Only yearly/monthly instances have one.</summary>
    public string? OrderId { get; set; }

    /// <summary>Replica moves in progress or scheduled.</summary>
    public List<PendingMove> Moves { get; set; } = [];

    /// <summary>Brokers that are down.</summary>
    public List<int> DownBrokers { get; set; } = [];

    /// <summary>Restarted brokers that have not fully caught up or not yet regained their leaderships.</summary>
    public List<ReturningBroker> ReturningBrokers { get; set; } = [];

    /// <summary>The acting controller after one went down; null if none did.</summary>
    public int? ActingController { get; set; }

    [JsonIgnore]
    public int Controller => ActingController ?? BrokerCount - 1;

    /// <summary>The brokers that are up, in ascending order.</summary>
    [JsonIgnore]
    public List<int> LiveBrokers => [.. Enumerable.Range(0, BrokerCount).Where(IsUp)];

    /// <summary>Access policy changes in progress.</summary>
    public List<PendingPolicies> PolicyChanges { get; set; } = [];

    /// <summary>When topic details were last read without being rejected by flow control (5.5.8).</summary>
    [JsonIgnore]
    public DateTimeOffset? LastTopicDetail { get; set; }

    /// <summary>The resize in progress.</summary>
    public PendingResize? Becomes { get; set; }

    public bool IsUp(int broker) => !DownBrokers.Contains(broker);

    public KafkaTopic? FindTopic(string name) => Topics.Find(topic => topic.Name == name);

    public ConsumerGroup? FindConsumerGroup(string name) => ConsumerGroups.Find(group => group.Name == name);

    public KafkaUser? FindUser(string name) => Users.Find(user => user.Name == name);

    /// <summary>Removes users and their access policies, including pending ones.</summary>
    public void RemoveUsers(IReadOnlyCollection<string> names)
    {
        Users.RemoveAll(user => names.Contains(user.Name));
        foreach (List<TopicPolicy> policies in Topics.Select(topic => topic.Policies).Concat(PolicyChanges.Select(change => change.Policies)))
            policies.RemoveAll(policy => names.Contains(policy.User));
    }

    /// <summary>Removes a topic, with its offsets and assignments in groups. A reassignment that is scheduled for it will fail.</summary>
    public void RemoveTopic(KafkaTopic topic)
    {
        Topics.Remove(topic);
        foreach (PendingMove move in Moves.FindAll(move => move.Topic == topic.Name))
        {
            Moves.Remove(move);
            Tasks.Find(task => task.Id == move.TaskId)?.WillFail();
        }
        PolicyChanges.RemoveAll(change => change.Topic == topic.Name);
        foreach (ConsumerGroup group in ConsumerGroups)
        {
            group.Offsets.RemoveAll(committed => committed.Topic == topic.Name);
            foreach (GroupMember member in group.Members)
                member.Assignments.RemoveAll(assignment => assignment.Topic == topic.Name);
        }
    }

    /// <summary>Brings the instance and everything in it up to date.</summary>
    public void AdvanceTo(DateTimeOffset now)
    {
        Lifecycle.AdvanceTo(now);
        foreach (BackgroundTask task in Tasks)
            task.Lifecycle.AdvanceTo(now);
        foreach (MessageDiagnosis diagnosis in Diagnoses)
            diagnosis.Lifecycle.AdvanceTo(now);
        if (Becomes?.At <= now)
            Grow(Becomes);
        Failover.AdvanceTo(this, now);
        CompleteMoves(now);
        ApplyPolicies(now);
        foreach (ConsumerGroup group in ConsumerGroups)
            group.AdvanceTo(this, now);
        foreach (SmartConnectTask task in SmartConnect?.Tasks ?? [])
            task.Lifecycle.AdvanceTo(now);
        if (SmartConnectBecomes?.At <= now)
            (SmartConnect, SmartConnectBecomes) = (SmartConnectBecomes.SmartConnect, null);
    }

    /// <summary>Completes the moves that are due. The task of one that has to wait continues until then.</summary>
    private void CompleteMoves(DateTimeOffset now)
    {
        List<PendingMove> due = Moves.FindAll(move => move.At <= now);
        Moves.RemoveAll(move => due.Contains(move) && (FindTopic(move.Topic) is not { } topic || move.TryApply(topic, this)));
        foreach (BackgroundTask task in Tasks.Where(task => due.Exists(move => move.TaskId == task.Id)))
            task.ExtendWhile(Moves.Exists(move => move.TaskId == task.Id), now);
    }

    private void ApplyPolicies(DateTimeOffset now)
    {
        foreach (PendingPolicies change in PolicyChanges.FindAll(change => change.At <= now))
        {
            if (FindTopic(change.Topic) is { } topic)
                topic.Policies = change.Policies;
        }
        PolicyChanges.RemoveAll(change => change.At <= now);
    }

    private void Grow(PendingResize becomes)
    {
        if (becomes.BrokerCount == BrokerCount && becomes.TotalStorageGB > TotalStorageGB)
            DiskExtensions++;
        TotalStorageGB = becomes.TotalStorageGB;
        BrokerCount = becomes.BrokerCount;
        ProductId = becomes.ProductId;
        PrivateAddresses.AddRange(becomes.PrivateAddresses);
        PublicAddresses.AddRange(becomes.PublicAddresses);
        KafkaProduct.Of(ProductId).Apply(this);
        Becomes = null;
    }
}

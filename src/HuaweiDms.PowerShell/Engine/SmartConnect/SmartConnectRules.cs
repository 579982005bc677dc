using System.Globalization;
using System.Text.RegularExpressions;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The rules for Smart Connect tasks (5.3.3), checked before anything is sent. Each refusal names the parameter and what is
/// allowed.
/// </summary>
internal static class SmartConnectRules
{
    /// <summary>The most topics of a task.</summary>
    public const int MaxTopics = 20;

    private const int MinInterval = 30;
    private const int MaxInterval = 900;
    private const int MaxMilliseconds = int.MaxValue;

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);
    private static readonly Regex NameForm = new(@"\A[A-Za-z0-9_-]{4,64}\z", RegexOptions.CultureInvariant, MaxWait);
    private static readonly Regex DumpPathForm = new(@"\A[A-Za-z0-9_/-]{1,64}\z", RegexOptions.CultureInvariant, MaxWait);
    private static readonly Regex AliasForm = new(@"\A[A-Za-z0-9_-]{1,20}\z", RegexOptions.CultureInvariant, MaxWait);
    private static readonly Regex AddressForm = new(@"\A[^\s:,]+:(?<port>[0-9]{1,5})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MaxWait);

    /// <summary>The first rule that is broken; null if none is.</summary>
    public static Failure? Check(SmartConnectTaskSpecification wanted)
        => CheckName(wanted.Name)
            ?? CheckTopics(wanted)
            ?? wanted.SourceTask switch
            {
                KafkaReplicationSource kafka => CheckKafka(kafka),
                RedisReplicationSource redis => CheckRedis(redis),
                _ => null,
            }
            ?? wanted.SinkTask switch
            {
                ObsSink obs => CheckObs(obs),
                RedisReplicationSink redis => CheckAddresses("SinkRedisAddress", redis.Addresses),
                _ => null,
            };

    /// <summary>Checks the name of a task or a dump task.</summary>
    public static Failure? CheckName(string name)
        => NameForm.IsMatch(name) ? null : Failures.InvalidArgument("Name", name, Text.SmartConnectNameRule);

    /// <summary>Checks a bucket of a task or a dump task.</summary>
    public static Failure? CheckObs(ObsSink obs)
        => obs.DeliverInterval is { } interval && (interval.TotalSeconds is < MinInterval or > MaxInterval || interval.Ticks % TimeSpan.TicksPerSecond != 0)
            ? Failures.InvalidArgument("DeliverInterval", interval, Text.DeliverIntervalRule)
            : null;

    /// <summary>Checks the folder of a dump task (7.2.4.3).</summary>
    public static Failure? CheckDumpPath(string? path)
        => path is null || DumpPathForm.IsMatch(path) ? null : Failures.InvalidArgument("ObsPath", path, Text.DumpPathRule);

    private static Failure? CheckTopics(SmartConnectTaskSpecification wanted)
    {
        bool isMapped = wanted.SourceTask is KafkaReplicationSource { TopicMapping.Count: > 0 };
        if (wanted.Topics is not null && wanted.TopicRegex is not null)
            return Failures.InvalidArgument("TopicRegex", wanted.TopicRegex, Text.TopicRegexRule);
        if (wanted.Topics is null && wanted.TopicRegex is null && !isMapped)
            return Failures.InvalidArgument("Topic", null, wanted.SourceTask is KafkaReplicationSource ? Text.MappedTopicRule : Text.NoTopicRule);
        if (wanted.Topics?.Length > MaxTopics)
            return Failures.InvalidArgument("Topic", $"{wanted.Topics.Length} topics", Text.TopicCountRule);
        return Array.Find(wanted.Topics ?? [], topic => topic.Contains(',')) is { } several
            ? Failures.InvalidArgument("Topic", several, Text.TopicCommaRule)
            : null;
    }

    private static Failure? CheckKafka(KafkaReplicationSource kafka)
        => CheckAlias("CurrentClusterName", kafka.CurrentClusterName)
            ?? CheckAlias("ClusterName", kafka.ClusterName)
            ?? CheckPeer(kafka)
            ?? CheckLogin(kafka)
            ?? CheckMapping(kafka);

    private static Failure? CheckAlias(string parameter, string? alias)
        => alias is null || AliasForm.IsMatch(alias) ? null : Failures.InvalidArgument(parameter, alias, Text.ClusterNameRule);

    private static Failure? CheckPeer(KafkaReplicationSource kafka)
    {
        if (kafka.CurrentClusterName is { } alias && alias == kafka.ClusterName)
            return Failures.InvalidArgument("ClusterName", alias, Text.ClusterNamesRule);
        if (kafka.PeerInstanceId is null == kafka.BootstrapServers is null)
            return Failures.InvalidArgument("PeerInstanceId", kafka.PeerInstanceId, Text.PeerRule);
        if (kafka.PeerInstanceId is { } id && !InstanceReference.IsId(id))
            return Failures.InvalidArgument("PeerInstanceId", id, Text.InstanceIdRule);
        return CheckAddresses("BootstrapServer", kafka.BootstrapServers);
    }

    /// <summary>A login requires SASL_SSL, and vice versa.</summary>
    private static Failure? CheckLogin(KafkaReplicationSource kafka)
    {
        if (kafka.SecurityProtocol == "SASL_SSL" && kafka.Password is null)
            return Failures.InvalidArgument("PeerCredential", null, Text.PeerCredentialRule);
        if (kafka.SecurityProtocol != "SASL_SSL" && kafka.Password is not null)
            return Failures.InvalidArgument("SecurityProtocol", kafka.SecurityProtocol, Text.PeerProtocolRule);
        if (kafka.SecurityProtocol != "SASL_SSL" && kafka.SaslMechanism is not null)
            return Failures.InvalidArgument("SaslMechanism", kafka.SaslMechanism, Text.PeerProtocolRule);
        return kafka.SecurityProtocol == "SASL_SSL" && kafka.SaslMechanism is null
            ? Failures.InvalidArgument("SaslMechanism", null, Text.PeerMechanismRule)
            : null;
    }

    private static Failure? CheckMapping(KafkaReplicationSource kafka)
    {
        if (kafka.TopicMapping is not { } mapping)
            return null;
        if (kafka.RenameTopics == true)
            return Failures.InvalidArgument("TopicMapping", Describe(mapping), Text.TopicRenameRule);
        return mapping.Count == 0 || mapping.Any(pair => !IsTopic(pair.Key) || !IsTopic(pair.Value))
            ? Failures.InvalidArgument("TopicMapping", Describe(mapping), Text.TopicMappingRule)
            : null;
    }

    private static Failure? CheckRedis(RedisReplicationSource redis)
    {
        if (redis.FullSyncWait is { } wait && (wait < TimeSpan.Zero || wait.TotalMilliseconds > MaxMilliseconds))
            return Failures.InvalidArgument("FullSyncWait", wait, Text.FullSyncWaitRule);
        return redis.RateLimitKBps == 0
            ? Failures.InvalidArgument("RateLimitKBps", redis.RateLimitKBps, Text.RateLimitRule)
            : CheckAddresses("SourceRedisAddress", redis.Addresses);
    }

    private static Failure? CheckAddresses(string parameter, string[]? addresses)
        => Array.Find(addresses ?? [], address => !IsAddress(address)) is { } wrong
            ? Failures.InvalidArgument(parameter, wrong, Text.AddressRule)
            : null;

    private static bool IsAddress(string address)
        => AddressForm.Match(address) is { Success: true } parts
            && ushort.TryParse(parts.Groups["port"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0;

    private static bool IsTopic(string name) => name.Length > 0 && name.IndexOfAny([',', ':', ' ']) < 0;

    private static string Describe(IDictionary<string, string> mapping) => string.Join(",", mapping.Select(pair => $"{pair.Key}:{pair.Value}"));
}

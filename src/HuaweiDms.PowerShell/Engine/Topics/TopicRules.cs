using System.Text.RegularExpressions;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The rules for topics (5.5.2, 7.1.1.7), checked before anything is sent.</summary>
internal static class TopicRules
{
    private const int MaxPartitions = 200;
    private const int MaxPartitionsV1 = 100;
    private const int MaxReplicas = 3;
    private const int MaxHours = 720;

    private static readonly Regex NameForm = Form(@"\A[A-Za-z][A-Za-z0-9._-]{2,199}\z");
    private static readonly Regex NameFormV1 = Form(@"\A[A-Za-z][A-Za-z0-9_-]{3,63}\z");

    /// <summary>The settings in the reference, as 5.5.3 describes them.</summary>
    private static readonly TopicConfig[] Documented =
    [
        new() { Name = "max.message.bytes", ValidValues = "[0...10485760]", ValueType = "int" },
        new() { Name = "message.timestamp.type", ValidValues = "[CreateTime, LogAppendTime]", ValueType = "string" },
    ];

    /// <summary>The settings of Kafka that are parameters here.</summary>
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["retention.ms"] = nameof(TopicRequest.RetentionHours),
        ["flush.messages"] = nameof(TopicRequest.SyncFlush),
    };

    /// <summary>The failure for the name of a new topic; null if it is valid.</summary>
    public static Failure? CheckName(string name, bool v1)
        => (v1 ? NameFormV1 : NameForm).IsMatch(name)
            ? null
            : Failures.InvalidArgument("Name", name, v1 ? Text.TopicNameRuleV1 : Text.TopicNameRule);

    /// <summary>The failure for values that are invalid on their own; null if all are valid.</summary>
    public static Failure? Check(TopicRequest request, bool v1)
        => Check(request, nameof(request.PartitionCount), request.PartitionCount, v1 ? MaxPartitionsV1 : MaxPartitions)
            ?? Check(request, nameof(request.ReplicationFactor), request.ReplicationFactor, MaxReplicas)
            ?? Check(request, nameof(request.RetentionHours), request.RetentionHours, MaxHours)
            ?? Check(request, nameof(request.SyncReplication), request.SyncReplication)
            ?? Check(request, nameof(request.SyncFlush), request.SyncFlush)
            ?? CheckBrokers(request)
            ?? (request.Config?.Bad is { } bad ? Refuse(request, nameof(request.Config), bad, Text.TopicConfigFormRule) : null);

    /// <summary>The failure for an invalid setting; null if all are valid. Undocumented settings are checked by the service.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The settings that the topic reports; null for a new topic.</param>
    /// <param name="accepted">Receives the values as they are sent.</param>
    public static Failure? CheckConfig(TopicRequest request, IReadOnlyList<TopicConfig>? known, IDictionary<string, string> accepted)
    {
        bool areReported = known is { Count: > 0 };
        IReadOnlyList<TopicConfig> items = areReported ? known! : Documented;
        foreach (KeyValuePair<string, string> config in request.Config?.Items ?? [])
        {
            if (items.FirstOrDefault(item => string.Equals(item.Name, config.Key, StringComparison.OrdinalIgnoreCase)) is not { } item)
            {
                if (Parameters.TryGetValue(config.Key, out string? parameter))
                    return Refuse(request, nameof(request.Config), config.Key, Text.TopicParameterRule, parameter);
                if (areReported)
                    return Refuse(request, nameof(request.Config), config.Key, Text.ConfigUnknownRule, "it", string.Join(", ", items.Select(other => other.Name)));
                accepted[config.Key] = config.Value;
                continue;
            }
            if (item.Rule.Accept(config.Value) is not { } value)
                return Refuse(request, nameof(request.Config), $"{config.Key} = {config.Value}", item.Rule.Explanation);
            accepted[item.Name ?? config.Key] = value;
        }
        return null;
    }

    /// <summary>
    /// The failure for a number of partitions above the limit of the instance for one topic (5.5.3); null if it is valid.
    /// </summary>
    public static Failure? CheckMost(TopicRequest request, string instance, int? most)
        => most > 0 && request.PartitionCount?.Value > most
            ? Refuse(request, nameof(request.PartitionCount), request.PartitionCount, Text.PartitionsPerTopicRule, instance, most)
            : null;

    /// <summary>The failure for the brokers of added partitions; null if they are valid, or if no broker is known.</summary>
    public static Failure? CheckBrokers(TopicRequest request, string instance, IReadOnlyList<int> brokers)
    {
        foreach (int broker in request.NewBrokers ?? [])
        {
            if (brokers.Count > 0 && !brokers.Contains(broker))
                return Refuse(request, nameof(request.NewPartitionBroker), broker, Text.BrokerUnknownRule, instance, string.Join(", ", brokers));
        }
        return null;
    }

    /// <summary>The failure for values of a new topic that v1.0 does not support (7.1.1.7); null if it supports all.</summary>
    public static Failure? CheckV1(TopicRequest request)
        => request.Config is { Items.Count: > 0 } ? Refuse(request, nameof(request.Config), request.Config, Text.V1HasNoField)
            : request.Description is not null ? Refuse(request, nameof(request.Description), request.Description, Text.V1HasNoField)
            : null;

    /// <summary>The failure for a value of one topic.</summary>
    public static Failure Refuse(TopicRequest request, string parameter, object? value, string rule, params object?[] values)
        => Failures.OfTopic(request.Name, parameter, value, rule, values);

    private static Failure? Check(TopicRequest request, string parameter, WholeNumber? number, int most)
        => number is null || (!number.IsBad && (number.Value is null || (number.Value >= 1 && number.Value <= most)))
            ? null
            : Refuse(request, parameter, number, Text.WholeNumberRule, 1, most);

    private static Failure? Check(TopicRequest request, string parameter, Flag? flag)
        => flag?.IsBad == true ? Refuse(request, parameter, flag, Text.FlagRule) : null;

    private static Failure? CheckBrokers(TopicRequest request)
    {
        foreach (BrokerReference? broker in request.NewPartitionBroker ?? [])
        {
            if (broker is null or { Bad: not null })
                return Refuse(request, nameof(request.NewPartitionBroker), broker, Text.BrokerNumberRule);
        }
        return request.NewBrokers?.GroupBy(broker => broker).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? Refuse(request, nameof(request.NewPartitionBroker), twice.Key, Text.BrokerTwiceRule)
            : null;
    }

    private static Regex Form(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}

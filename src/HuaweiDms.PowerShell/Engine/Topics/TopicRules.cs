using System.Text.RegularExpressions;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>What topics may be (5.5.2, 7.1.1.7), held against what is wished before anything is sent.</summary>
internal static class TopicRules
{
    /// <summary>The most partitions of a topic; v1.0 takes half as many.</summary>
    public const int MostPartitions = 200;

    private const int MostPartitionsV1 = 100;
    private const int MostReplicas = 3;
    private const int MostHours = 720;

    private static readonly Regex NameForm = Form(@"\A[A-Za-z][A-Za-z0-9._-]{2,199}\z");
    private static readonly Regex NameFormV1 = Form(@"\A[A-Za-z][A-Za-z0-9_-]{3,63}\z");

    /// <summary>The settings that the reference names, as 5.5.3 describes them.</summary>
    private static readonly TopicConfig[] Documented =
    [
        new() { Name = "max.message.bytes", ValidValues = "[0...10485760]", ValueType = "int" },
        new() { Name = "message.timestamp.type", ValidValues = "[CreateTime, LogAppendTime]", ValueType = "string" },
    ];

    /// <summary>What is wrong with a name that a topic is to get; null where nothing is.</summary>
    public static Failure? CheckName(string name, bool v1)
        => (v1 ? NameFormV1 : NameForm).IsMatch(name)
            ? null
            : Failures.InvalidArgument("Name", name, v1 ? Text.TopicNameRuleV1 : Text.TopicNameRule);

    /// <summary>What is wrong with the values by themselves; null where nothing is.</summary>
    public static Failure? Check(TopicWish wish, bool v1)
        => Check(wish, nameof(wish.PartitionCount), wish.PartitionCount, v1 ? MostPartitionsV1 : MostPartitions)
            ?? Check(wish, nameof(wish.ReplicationFactor), wish.ReplicationFactor, MostReplicas)
            ?? Check(wish, nameof(wish.RetentionHours), wish.RetentionHours, MostHours)
            ?? Check(wish, nameof(wish.SyncReplication), wish.SyncReplication)
            ?? Check(wish, nameof(wish.SyncFlush), wish.SyncFlush)
            ?? CheckBrokers(wish)
            ?? (wish.Config?.Bad is { } bad ? Refuse(wish, nameof(wish.Config), bad, Text.TopicConfigFormRule) : null);

    /// <summary>
    /// What is wrong with the settings; null where nothing is. Of those that nobody described, the service decides.
    /// </summary>
    /// <param name="wish">What is wished.</param>
    /// <param name="known">What the topic says of its settings; null for a topic that is to be made.</param>
    /// <param name="accepted">Gets the values as they are sent.</param>
    public static Failure? CheckConfig(TopicWish wish, IReadOnlyList<TopicConfig>? known, IDictionary<string, string> accepted)
    {
        foreach (KeyValuePair<string, string> config in wish.Config?.Items ?? [])
        {
            TopicConfig? item = (known is { Count: > 0 } ? known : Documented)
                .FirstOrDefault(item => string.Equals(item.Name, config.Key, StringComparison.OrdinalIgnoreCase));
            if (item is null && known is { Count: > 0 })
                return Refuse(wish, nameof(wish.Config), config.Key, Text.ConfigUnknownRule, "it", string.Join(", ", known.Select(other => other.Name)));
            if (item is not null && item.Rule.Accept(config.Value) is null)
                return Refuse(wish, nameof(wish.Config), $"{config.Key} = {config.Value}", item.Rule.Explanation);
            accepted[item?.Name ?? config.Key] = item?.Rule.Accept(config.Value) ?? config.Value;
        }
        return null;
    }

    /// <summary>What is wrong with the number of partitions in an instance that takes so many of one topic (5.5.3); null where nothing is.</summary>
    public static Failure? CheckMost(TopicWish wish, string instance, int? most)
        => most > 0 && wish.PartitionCount?.Value > most
            ? Refuse(wish, nameof(wish.PartitionCount), wish.PartitionCount, Text.PartitionsPerTopicRule, instance, most)
            : null;

    /// <summary>What is wrong with the brokers that added partitions are to go to; null where nothing is, or where no broker is known.</summary>
    public static Failure? CheckBrokers(TopicWish wish, string instance, IReadOnlyList<int> brokers)
    {
        foreach (int broker in wish.NewBrokers ?? [])
        {
            if (brokers.Count > 0 && !brokers.Contains(broker))
                return Refuse(wish, nameof(wish.NewPartitionBroker), broker, Text.BrokerUnknownRule, instance, string.Join(", ", brokers));
        }
        return null;
    }

    /// <summary>What v1.0 cannot do with a topic that is to be made (7.1.1.7); null where it can do all.</summary>
    public static Failure? CheckV1(TopicWish wish)
        => wish.Config is { Items.Count: > 0 } ? Refuse(wish, nameof(wish.Config), wish.Config, Text.V1HasNoField)
            : wish.Description is not null ? Refuse(wish, nameof(wish.Description), wish.Description, Text.V1HasNoField)
            : null;

    /// <summary>The refusal of a value of one topic.</summary>
    public static Failure Refuse(TopicWish wish, string parameter, object? value, string rule, params object?[] values)
        => Failures.OfTopic(wish.Name, parameter, value, rule, values);

    private static Failure? Check(TopicWish wish, string parameter, WholeNumber? number, int most)
        => number is null || (!number.IsBad && (number.Value is null || (number.Value >= 1 && number.Value <= most)))
            ? null
            : Refuse(wish, parameter, number, Text.WholeNumberRule, 1, most);

    private static Failure? Check(TopicWish wish, string parameter, Flag? flag)
        => flag?.IsBad == true ? Refuse(wish, parameter, flag, Text.FlagRule) : null;

    private static Failure? CheckBrokers(TopicWish wish)
    {
        BrokerReference?[] named = wish.NewPartitionBroker ?? [];
        if (Array.FindIndex(named, broker => broker is null or { Bad: not null }) is >= 0 and var at)
            return Refuse(wish, nameof(wish.NewPartitionBroker), named[at], Text.BrokerNumberRule);
        return wish.NewBrokers?.GroupBy(broker => broker).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? Refuse(wish, nameof(wish.NewPartitionBroker), twice.Key, Text.BrokerTwiceRule)
            : null;
    }

    private static Regex Form(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The changes that make a topic as requested. Nothing else is sent, because the service refuses a number of partitions that is
/// already set.
/// </summary>
internal sealed class TopicChangePlan
{
    private readonly List<string> _changes = [];
    private readonly Topic _topic;
    private readonly TopicRequest _request;

    public TopicChangePlan(Topic topic, TopicRequest request)
    {
        _topic = topic;
        _request = request;
        Update = new() { Name = topic.Name! };
        Refusal = Objection() ?? PlanConfig();
        if (Refusal is not null)
            return;
        PlanPartitions();
        PlanRetention();
        PlanFlag("synchronous replication", request.SyncReplication?.Value, topic.SyncReplication, value => Update.SyncReplication = value);
        PlanFlag("synchronous flush", request.SyncFlush?.Value, topic.SyncFlush, value => Update.SyncFlush = value);
        if (request.Description is { } description && description != (topic.Description ?? string.Empty))
        {
            Update.Description = description;
            _changes.Add($"description '{topic.Description}' -> '{description}'");
        }
    }

    /// <summary>What is sent.</summary>
    public TopicUpdate Update { get; }

    /// <summary>Why the change is not possible; null if it is.</summary>
    public Failure? Refusal { get; }

    /// <summary>Whether everything is already as requested.</summary>
    public bool IsEmpty => _changes.Count == 0;

    /// <summary>Whether messages are lost.</summary>
    public bool IsLoss => Update.RetentionHours < _topic.RetentionHours;

    /// <summary>
    /// The warning to show before the confirmation prompt; null if there is none. Kafka does not place two replicas of a partition
    /// on one broker, yet the example of 5.5.4 names two brokers where that of 5.5.2 has three replicas, so the service decides.
    /// </summary>
    public string? Warning
        => Update.NewPartitionBrokers is { } brokers && brokers.Count < _topic.ReplicationFactor
            ? Format(Text.FewBrokersWarning, _topic.Name, _topic.ReplicationFactor, Counted(brokers.Count, "broker"))
            : null;

    /// <summary>The description of the change for -WhatIf.</summary>
    public string Action => "Change " + string.Join(", ", _changes);

    private Failure? Objection()
    {
        if (_topic.IsSystem)
            return Failures.InvalidArgument("Name", _topic.Name, Text.SystemTopicRule);
        if (_request.ReplicationFactor?.Value is { } replicas && replicas != _topic.ReplicationFactor)
            return TopicRules.Refuse(_request, nameof(_request.ReplicationFactor), replicas, Text.ReplicationRule, _topic.ReplicationFactor);
        int? wanted = _request.PartitionCount?.Value;
        if (wanted < _topic.PartitionCount)
            return TopicRules.Refuse(_request, nameof(_request.PartitionCount), wanted, Text.PartitionsGrowRule, _topic.PartitionCount);
        return _request.NewBrokers is { } brokers && wanted is null
            ? TopicRules.Refuse(_request, nameof(_request.NewPartitionBroker), string.Join(",", brokers), Text.NewBrokerRule, _topic.PartitionCount)
            : null;
    }

    private Failure? PlanConfig()
    {
        Dictionary<string, string> accepted = new(StringComparer.Ordinal);
        if (TopicRules.CheckConfig(_request, _topic.ConfigDetails, accepted) is { } refusal)
            return refusal;
        foreach (KeyValuePair<string, string> config in accepted)
        {
            string? current = _topic.ConfigDetails?.FirstOrDefault(item => item.Name == config.Key)?.ValueText;
            if (current == config.Value)
                continue;
            (Update.Config ??= new Dictionary<string, string>(StringComparer.Ordinal)).Add(config.Key, config.Value);
            _changes.Add($"{config.Key} {current ?? "-"} -> {config.Value}");
        }
        return null;
    }

    private void PlanPartitions()
    {
        if (_request.PartitionCount?.Value is not { } wanted || wanted == _topic.PartitionCount)
            return;
        Update.PartitionCount = wanted;
        Update.NewPartitionBrokers = _request.NewBrokers;
        string where = Update.NewPartitionBrokers is { } brokers ? $" (the new ones on brokers {string.Join(", ", brokers)})" : string.Empty;
        _changes.Add(Format(
            "partitions {0} -> {1}{2}, which cannot be removed and send the same key to another partition", _topic.PartitionCount, wanted, where));
    }

    private void PlanRetention()
    {
        if (_request.RetentionHours?.Value is not { } wanted || wanted == _topic.RetentionHours)
            return;
        Update.RetentionHours = wanted;
        string loss = IsLoss ? ", which deletes older messages" : string.Empty;
        _changes.Add(Format("retention {0} -> {1:# hour|hours}{2}", _topic.RetentionHours, wanted, loss));
    }

    private void PlanFlag(string name, bool? wanted, bool? current, Action<bool> set)
    {
        if (wanted is not { } value || wanted == current)
            return;
        set(value);
        _changes.Add($"{name} {(value ? "on" : "off")}");
    }
}

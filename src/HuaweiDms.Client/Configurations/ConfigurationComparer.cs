namespace HuaweiDms;

/// <summary>
/// Finds the differences between an instance and a configuration. Kinds come in the order in which they can be applied: users before their
/// permissions.
/// </summary>
/// <param name="actual">The configuration of the instance.</param>
internal sealed partial class ConfigurationComparer(InstanceConfiguration actual)
{
    private readonly List<ConfigurationDifference> _differences = [];

    /// <summary>
    /// Returns the differences; for each kind, first the items of the configuration in their order, then the items that it does not
    /// contain.
    /// </summary>
    /// <param name="wanted">The desired configuration.</param>
    /// <param name="kinds">The kinds to compare; null for all.</param>
    public IReadOnlyList<ConfigurationDifference> Compare(InstanceConfiguration wanted, IReadOnlyCollection<ConfigurationKind>? kinds)
    {
        ConfigurationFile.Check(wanted);
        if (Wants(ConfigurationKind.Instance))
            CompareInstance(wanted.Instance);
        if (Wants(ConfigurationKind.Setting))
            CompareSettings(wanted.Settings ?? Empty<object?>(), actual.Settings ?? Empty<object?>());
        if (Wants(ConfigurationKind.Topic))
            Match(ConfigurationKind.Topic, wanted.Topics, actual.Topics, topic => topic.Name, CompareTopics);
        if (Wants(ConfigurationKind.User))
            MatchDescribed(ConfigurationKind.User, wanted.Users, actual.Users, user => user.UserName, user => user.Description);
        if (Wants(ConfigurationKind.AccessPolicy))
            CompareAccess(wanted.Topics ?? []);
        if (Wants(ConfigurationKind.Quota))
            Match(ConfigurationKind.Quota, wanted.Quotas, actual.Quotas, quota => quota.ToQuota().ToString(), CompareQuotas);
        if (Wants(ConfigurationKind.ConsumerGroup))
            MatchDescribed(ConfigurationKind.ConsumerGroup, wanted.ConsumerGroups, actual.ConsumerGroups, group => group.Name, group => group.Description);
        return _differences;

        bool Wants(ConfigurationKind kind) => kinds is null || kinds.Contains(kind);
    }

    private void MatchDescribed<T>(ConfigurationKind kind, T[]? wanted, T[]? present, Func<T, string?> key, Func<T, string?> description)
        => Match(kind, wanted, present, key, (name, one, other) => Description(kind, name, description(one), description(other)));

    private void Match<T>(ConfigurationKind kind, T[]? wanted, T[]? present, Func<T, string?> key, Action<string, T, T> compare)
    {
        if (wanted is null)
            return;
        Dictionary<string, T> there = new(StringComparer.Ordinal);
        foreach (T item in present ?? [])
            there[key(item)!] = item;
        HashSet<string> named = new(StringComparer.Ordinal);
        foreach (T item in wanted)
        {
            string name = key(item)!;
            named.Add(name);
            if (there.TryGetValue(name, out T? other))
                compare(name, item, other);
            else
                Add(kind, name, property: null, ChangeKind.Add, item, present: null);
        }
        foreach (KeyValuePair<string, T> item in there.Where(item => !named.Contains(item.Key)))
            Add(kind, item.Key, property: null, ChangeKind.Remove, expected: null, item.Value);
    }

    private void CompareTopics(string name, ConfiguredTopic wanted, ConfiguredTopic present)
    {
        const ConfigurationKind kind = ConfigurationKind.Topic;
        Value(kind, name, nameof(wanted.PartitionCount), wanted.PartitionCount, present.PartitionCount);
        Value(kind, name, nameof(wanted.ReplicationFactor), wanted.ReplicationFactor, present.ReplicationFactor);
        Value(kind, name, nameof(wanted.RetentionHours), wanted.RetentionHours, present.RetentionHours);
        Value(kind, name, nameof(wanted.SyncReplication), wanted.SyncReplication, present.SyncReplication);
        Value(kind, name, nameof(wanted.SyncFlush), wanted.SyncFlush, present.SyncFlush);
        Description(kind, name, wanted.Description, present.Description);
        foreach (KeyValuePair<string, object?> config in wanted.Config ?? Empty<object?>())
            Value(kind, name, config.Key, config.Value, Find(present.Config, config.Key));
    }

    private void CompareQuotas(string name, ConfiguredQuota wanted, ConfiguredQuota present)
    {
        Rate(nameof(wanted.ProducerByteRate), wanted.ProducerByteRate, present.ProducerByteRate);
        Rate(nameof(wanted.ConsumerByteRate), wanted.ConsumerByteRate, present.ConsumerByteRate);

        void Rate(string property, long? one, long? other)
        {
            if (one != other)
                Add(ConfigurationKind.Quota, name, property, ChangeKind.Change, one, other);
        }
    }

    /// <summary>Compares the permissions of each topic; if the topic does not exist, all of them are missing.</summary>
    private void CompareAccess(ConfiguredTopic[] wanted)
    {
        const ConfigurationKind kind = ConfigurationKind.AccessPolicy;
        Dictionary<string, ConfiguredTopic> there = new(StringComparer.Ordinal);
        foreach (ConfiguredTopic topic in actual.Topics ?? [])
            there[topic.Name!] = topic;
        foreach (ConfiguredTopic topic in wanted.Where(topic => topic.Access is not null))
        {
            there.TryGetValue(topic.Name!, out ConfiguredTopic? other);
            IDictionary<string, string> present = other?.Access ?? Empty<string>();
            foreach (KeyValuePair<string, string> user in topic.Access!)
            {
                if (!present.TryGetValue(user.Key, out string? access))
                    Add(kind, topic.Name!, user.Key, ChangeKind.Add, user.Value, present: null);
                else if (!string.Equals(user.Value, access, StringComparison.OrdinalIgnoreCase))
                    Add(kind, topic.Name!, user.Key, ChangeKind.Change, user.Value, access);
            }
            foreach (KeyValuePair<string, string> user in present.Where(user => !topic.Access.ContainsKey(user.Key)))
                Add(kind, topic.Name!, user.Key, ChangeKind.Remove, expected: null, user.Value);
        }
    }

    /// <summary>
    /// Compares settings; those that are not in the configuration stay as they are, because an instance cannot be without them.
    /// </summary>
    private void CompareSettings(IDictionary<string, object?> wanted, IDictionary<string, object?> present)
    {
        foreach (KeyValuePair<string, object?> setting in wanted)
        {
            if (present.TryGetValue(setting.Key, out object? value))
                Value(ConfigurationKind.Setting, setting.Key, nameof(Value), setting.Value, value);
            else
                Add(ConfigurationKind.Setting, setting.Key, nameof(Value), ChangeKind.Add, setting.Value, present: null);
        }
    }

    /// <summary>Compares descriptions; an empty one counts as none.</summary>
    private void Description(ConfigurationKind kind, string name, string? wanted, string? present)
        => Value(kind, name, "Description", wanted, present ?? string.Empty);

    private void Value(ConfigurationKind kind, string name, string property, object? wanted, object? present)
    {
        if (IsChanged(wanted, present))
            Add(kind, name, property, ChangeKind.Change, wanted, present);
    }

    /// <summary>Whether a value differs; one that is unspecified does not.</summary>
    private static bool IsChanged(object? wanted, object? present)
        => wanted is not null && (present is null || !ConfigValue.AreSame(wanted, present));

    private void Add(ConfigurationKind kind, string name, string? property, ChangeKind change, object? expected, object? present, string? changedBy = null)
        => _differences.Add(new()
        {
            Context = actual.Context,
            InstanceId = actual.InstanceId,
            Instance = actual.InstanceName,
            Kind = kind,
            Name = name,
            Property = property,
            Change = change,
            Expected = expected,
            Actual = present,
            ChangedBy = changedBy,
        });

    private static object? Find(IDictionary<string, object?>? configs, string name)
        => configs?.FirstOrDefault(config => string.Equals(config.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static Dictionary<string, T> Empty<T>() => [];
}

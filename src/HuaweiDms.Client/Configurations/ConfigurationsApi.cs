using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Reads the configuration of an instance, using the calls of the other areas. Every method throws <see cref="DmsException"/> when one of
/// them fails.
/// </summary>
public sealed class ConfigurationsApi
{
    private readonly DmsClient _client;

    internal ConfigurationsApi(DmsClient client) => _client = client;

    /// <summary>
    /// Reads the configuration of an instance (5.1.3, 5.1.7, 5.2.14, 5.5.3, 5.6.2, 5.7.1, 5.7.6). If SASL is off, there are no users or
    /// permissions, and these properties are null.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="kinds">The kinds to read; null for all.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public Task<InstanceConfiguration> ReadAsync(
        string instanceId, IReadOnlyCollection<ConfigurationKind>? kinds = null, CancellationToken cancellationToken = default)
        => ReadAsync(instanceId, kinds, onTopics: null, onTopic: null, cancellationToken);

    /// <summary>Reads the configuration of an instance and reports progress.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="kinds">The kinds to read; null for all.</param>
    /// <param name="onTopics">Receives the number of topics that need a request of their own.</param>
    /// <param name="onTopic">Called when the request of a topic completes, possibly by several threads in parallel.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    internal async Task<InstanceConfiguration> ReadAsync(
        string instanceId, IReadOnlyCollection<ConfigurationKind>? kinds, Action<int>? onTopics, Action? onTopic, CancellationToken cancellationToken)
    {
        Instance instance = await _client.Instances.GetAsync(instanceId, cancellationToken).ConfigureAwait(false);
        bool hasUsers = instance.SaslEnabled == true;
        bool withTopics = Wants(ConfigurationKind.Topic);
        bool withAccess = hasUsers && Wants(ConfigurationKind.AccessPolicy);
        Task<IDictionary<string, object?>?> settings = Wants(ConfigurationKind.Setting)
            ? ReadSettingsAsync(instanceId, cancellationToken)
            : Nothing<IDictionary<string, object?>>();
        Task<ConfiguredTopic[]?> topics = withTopics || withAccess
            ? ReadTopicsAsync(instanceId, withTopics, withAccess, onTopics, onTopic, cancellationToken)
            : Nothing<ConfiguredTopic[]>();
        Task<ConfiguredUser[]?> users = hasUsers && Wants(ConfigurationKind.User)
            ? ReadAsync(_client.Users.List(instanceId), From, cancellationToken)
            : Nothing<ConfiguredUser[]>();
        Task<ConfiguredQuota[]?> quotas = Wants(ConfigurationKind.Quota)
            ? ReadAsync(_client.Quotas.List(instanceId), ConfiguredQuota.From, cancellationToken)
            : Nothing<ConfiguredQuota[]>();
        Task<ConfiguredGroup[]?> groups = Wants(ConfigurationKind.ConsumerGroup)
            ? ReadAsync(_client.ConsumerGroups.List(instanceId), From, cancellationToken)
            : Nothing<ConfiguredGroup[]>();
        await Task.WhenAll(settings, topics, users, quotas, groups).ConfigureAwait(false);
        return new()
        {
            Context = instance.Context,
            HasUsers = hasUsers,
            InstanceName = instance.Name,
            InstanceId = instanceId,
            EngineVersion = instance.EngineVersion,
            Instance = Wants(ConfigurationKind.Instance) ? ConfiguredInstance.From(instance) : null,
            Settings = await settings.ConfigureAwait(false),
            Topics = await topics.ConfigureAwait(false),
            Users = await users.ConfigureAwait(false),
            Quotas = await quotas.ConfigureAwait(false),
            ConsumerGroups = await groups.ConfigureAwait(false),
        };

        bool Wants(ConfigurationKind kind) => kinds is null || kinds.Contains(kind);
    }

    private static Task<T?> Nothing<T>()
        where T : class
        => Task.FromResult<T?>(null);

    private async Task<IDictionary<string, object?>?> ReadSettingsAsync(string instanceId, CancellationToken cancellationToken)
    {
        Dictionary<string, object?> settings = new(StringComparer.Ordinal);
        await foreach (InstanceConfig config in _client.Settings.ListConfigs(instanceId).WithCancellation(cancellationToken).ConfigureAwait(false))
            settings[config.Name!] = config.Value;
        return settings;
    }

    private async Task<ConfiguredTopic[]?> ReadTopicsAsync(
        string instanceId, bool withProperties, bool withAccess, Action<int>? onTopics, Action? onTopic, CancellationToken cancellationToken)
    {
        List<ConfiguredTopic> topics = [];
        await foreach (Topic topic in _client.Topics.List(instanceId).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!topic.IsSystem)
                topics.Add(withProperties ? From(topic) : new() { Name = topic.Name });
        }
        if (!withAccess)
            return [.. topics];
        onTopics?.Invoke(topics.Count);
        return await InParallel.ReadAsync(
            topics,
            async (topic, token) =>
            {
                ConfiguredTopic read = await WithAccessAsync(topic, instanceId, token).ConfigureAwait(false);
                onTopic?.Invoke();
                return read;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConfiguredTopic> WithAccessAsync(ConfiguredTopic topic, string instanceId, CancellationToken cancellationToken)
    {
        Dictionary<string, string> access = new(StringComparer.Ordinal);
        foreach (TopicAccessPolicy policy in await _client.AccessPolicies.ListAsync(instanceId, topic.Name!, cancellationToken).ConfigureAwait(false))
            access[policy.UserName ?? string.Empty] = policy.Access ?? string.Empty;
        topic.Access = access;
        return topic;
    }

    private static async Task<TOut[]?> ReadAsync<TIn, TOut>(PagedResult<TIn> list, Func<TIn, TOut> convert, CancellationToken cancellationToken)
    {
        List<TOut> items = [];
        await foreach (TIn item in list.WithCancellation(cancellationToken).ConfigureAwait(false))
            items.Add(convert(item));
        return [.. items];
    }

    private static ConfiguredTopic From(Topic topic) => new()
    {
        Name = topic.Name,
        PartitionCount = topic.PartitionCount,
        ReplicationFactor = topic.ReplicationFactor,
        RetentionHours = topic.RetentionHours,
        SyncReplication = topic.SyncReplication,
        SyncFlush = topic.SyncFlush,
        Config = topic.Config,
        Description = topic.Description ?? string.Empty,
    };

    private static ConfiguredUser From(InstanceUser user) => new() { UserName = user.UserName, Description = user.Description ?? string.Empty };

    private static ConfiguredGroup From(ConsumerGroup group) => new() { Name = group.Name, Description = group.Description ?? string.Empty };
}

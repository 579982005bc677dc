namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The topics of pipeline records, each once: by name, by pattern, or all of an instance. A row about a group without a topic
/// stands for the topics that the group reads.
/// </summary>
internal sealed class TopicSearch
{
    private readonly ItemSelection _topics = new();
    private readonly ItemSelection _groups = new();

    /// <summary>Whether nothing was requested.</summary>
    public bool IsEmpty => _topics.IsEmpty && _groups.IsEmpty;

    /// <summary>Every instance that a record names.</summary>
    public IEnumerable<FoundInstance> Instances => _topics.Instances.Concat(_groups.Instances).Distinct();

    /// <summary>The group that a row stands for; null if it is about something else.</summary>
    public static string? GroupIn(FoundInstance found) => found.Instance.Contained is { Noun: "consumer group", Key: { } group } ? group : null;

    /// <summary>Adds the request of a record.</summary>
    public void Add(FoundInstance found, NameFilter names)
    {
        if (names.All && GroupIn(found) is { } group)
            _groups.Add(found, new NameFilter([group], areExact: true));
        else
            _topics.Add(found, names);
    }

    /// <summary>Finds the topics; named ones take no request.</summary>
    /// <param name="pipeline">Where failures go.</param>
    /// <param name="degree">The maximum number of requests in flight.</param>
    /// <param name="command">The name of the command for error messages.</param>
    public async Task<IReadOnlyList<ItemReference>> FindAsync(IPipeline pipeline, int degree, string command)
    {
        IReadOnlyList<ItemReference> topics = await _topics.FindAsync(pipeline, degree, ListAsync, command).ConfigureAwait(false);
        IReadOnlyList<ItemReference> groups = await _groups.FindAsync(pipeline, degree, ListAsync, command).ConfigureAwait(false);
        if (groups.Count == 0)
            return topics;
        List<ItemReference> read = await ParallelLists.ReadAsync(
            pipeline, groups, degree, OfGroupAsync, (group, error) => Failures.From(error, group.Name, command, group.Subject)).ConfigureAwait(false);
        return ItemSelection.Distinct(topics.Concat(read));
    }

    /// <summary>The topics that a group has offsets in (5.6.11).</summary>
    /// <exception cref="FailureException">The group does not exist.</exception>
    public static async Task<IReadOnlyList<ItemReference>> OfGroupAsync(ItemReference group, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConsumerGroupTopic> topics = await group.Context.Client.ConsumerGroups
            .ListTopics(group.Instance.Id, group.Name, topic: null, "topic", "asc").ToListAsync(cancellationToken).ConfigureAwait(false);
        if (topics.Count == 0)
            await GroupLookup.CheckAsync(group, cancellationToken).ConfigureAwait(false);
        return [.. topics.Select(topic => topic.Topic).OfType<string>().Select(name => new ItemReference(group.Context, group.Instance, name, IsListed: true))];
    }

    private static Task<IReadOnlyList<string>> ListAsync(FoundInstance found, NameFilter names, CancellationToken cancellationToken)
        => TopicLookup.NamesAsync(found.Context, found.Instance.Id, cancellationToken);
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The topics that records of the pipeline are about, each once: by name, by pattern, all of an instance. A row that is about a group
/// and names no topic stands for those that the group reads.
/// </summary>
internal sealed class TopicSearch
{
    private readonly ItemSelection _topics = new();
    private readonly ItemSelection _groups = new();

    /// <summary>Whether nothing was asked for.</summary>
    public bool IsEmpty => _topics.IsEmpty && _groups.IsEmpty;

    /// <summary>Every instance that was asked about.</summary>
    public IEnumerable<FoundInstance> Instances => _topics.Instances.Concat(_groups.Instances).Distinct();

    /// <summary>The group that a row stands for; null where it is about something else.</summary>
    public static string? GroupIn(FoundInstance found) => found.Instance.Contained is { Noun: "consumer group", Key: { } group } ? group : null;

    /// <summary>Notes what a record asks for.</summary>
    public void Add(FoundInstance found, NameFilter names)
    {
        if (names.All && GroupIn(found) is { } group)
            _groups.Add(found, new NameFilter([group], areExact: true));
        else
            _topics.Add(found, names);
    }

    /// <summary>Finds them: those that are named need no request.</summary>
    /// <param name="pipeline">Where failures go.</param>
    /// <param name="degree">How many requests are under way at once.</param>
    /// <param name="command">The command, as failures name it.</param>
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
    /// <exception cref="FailureException">There is no such group.</exception>
    public static async Task<IReadOnlyList<ItemReference>> OfGroupAsync(ItemReference group, CancellationToken stop)
    {
        IReadOnlyList<ConsumerGroupTopic> topics = await group.Context.Client.ConsumerGroups
            .ListTopics(group.Instance.Id, group.Name, topic: null, "topic", "asc").ToListAsync(stop).ConfigureAwait(false);
        if (topics.Count == 0)
            await GroupLookup.CheckAsync(group, stop).ConfigureAwait(false);
        return [.. topics.Select(topic => topic.Topic).OfType<string>().Select(name => new ItemReference(group.Context, group.Instance, name, IsListed: true))];
    }

    private static Task<IReadOnlyList<string>> ListAsync(FoundInstance found, NameFilter names, CancellationToken stop)
        => TopicLookup.NamesAsync(found.Context, found.Instance.Id, stop);
}

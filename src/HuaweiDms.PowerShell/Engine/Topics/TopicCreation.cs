using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The topics that are to be made in one instance. Stops when the instance has no partitions left, and says how far it came:
/// the rest would fail one by one.
/// </summary>
internal sealed class TopicCreation(DmsContext context, InstanceReference instance)
{
    /// <summary>What the service takes where nobody says (7.1.1.7).</summary>
    private const int DefaultPartitions = 3;

    private readonly List<TopicRequest> _requests = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _notAttempted = [];
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);
    private Dictionary<string, object> _present = [];
    private int? _room;
    private int? _mostOfOne;
    private int _made;
    private volatile bool _isFull;

    public DmsContext Context { get; } = context;

    public InstanceReference Instance { get; } = instance;

    public IReadOnlyList<TopicRequest> Requests => _requests;

    /// <summary>What was left out because there was no room for it.</summary>
    public Failure? Exhaustion
        => _notAttempted.Count == 0
            ? null
            : Failures.PartitionsExhausted(Instance.Subject, _room, _made, _notAttempted);

    /// <summary>Keeps a topic for the end; false when it is there already.</summary>
    public bool Add(TopicRequest request)
    {
        if (!_names.Add(request.Name))
            return false;
        _requests.Add(request);
        return true;
    }

    /// <summary>Reads what there is: the topics where they matter, else only how many partitions are left.</summary>
    public async Task PrepareAsync(bool withTopics, CancellationToken stop)
    {
        if (withTopics)
            _present = await TopicLookup.FindAsync(Context, Instance.Id, _names, stop).ConfigureAwait(false);
        TopicLimits limits = await Context.Client.Topics.GetLimitsAsync(Instance.Id, stop).ConfigureAwait(false);
        (_room, _mostOfOne) = (limits.RemainingPartitions, limits.MaxPartitionsPerTopic);
        long needed = 0;
        foreach (TopicRequest request in _requests.Where(request => !_present.ContainsKey(request.Name) && Objection(request) is null))
        {
            needed += request.PartitionCount?.Value ?? DefaultPartitions;
            if (needed > _room)
                LeaveOut(request);
        }
    }

    /// <summary>The topic where it is there already; null where it is not.</summary>
    public Topic? Present(TopicRequest request) => _present.TryGetValue(request.Name, out object? topic) ? (Topic)topic : null;

    /// <summary>Why the instance does not take a topic, however much room it has; null where it does.</summary>
    public Failure? Objection(TopicRequest request) => TopicRules.CheckMost(request, Instance.Subject, _mostOfOne);

    /// <summary>Whether there was room for a topic at the look.</summary>
    public bool HasRoomFor(TopicRequest request) => !_leftOut.Contains(request.Name);

    /// <summary>Whether the service said meanwhile that there is no room any more; then the topic is left out.</summary>
    public bool TryLeaveOut(TopicRequest request)
    {
        if (!_isFull)
            return false;
        lock (_notAttempted)
            LeaveOut(request);
        return true;
    }

    /// <summary>Makes a topic.</summary>
    public async Task<Topic> CreateAsync(IPipeline pipeline, TopicSpecification specification)
    {
        try
        {
            Topic made = await Creation.RunAsync(
                pipeline,
                "Create topic",
                specification.Name,
                $"{specification.Name} of {Instance.Subject}",
                async stop =>
                {
                    await Context.Client.Topics.CreateAsync(Instance.Id, specification, stop).ConfigureAwait(false);
                    return Compose(specification);
                },
                Context.Client.Topics.List(Instance.Id),
                topic => topic.Name == specification.Name ? topic : null).ConfigureAwait(false);
            Interlocked.Increment(ref _made);
            return made;
        }
        catch (DmsException error) when (error.Kind == DmsErrorKind.QuotaExceeded)
        {
            _isFull = true;
            throw;
        }
        catch (DmsException error) when (MeansAlreadyExists(error))
        {
            throw new FailureException(Failures.AlreadyExists(specification.Name, Instance.Subject, Text.TopicExistsAdvice));
        }
    }

    private void LeaveOut(TopicRequest request)
    {
        _leftOut.Add(request.Name);
        _notAttempted.Add(request.Name);
    }

    /// <summary>The table of codes has none for this; the message tells.</summary>
    private static bool MeansAlreadyExists(DmsException error)
        => error.Kind == DmsErrorKind.AlreadyExists
            || (error.StatusCode == 400 && error.ServiceMessage is { } said
                && said.IndexOf("exist", StringComparison.OrdinalIgnoreCase) >= 0
                && said.IndexOf("not exist", StringComparison.OrdinalIgnoreCase) < 0);

    /// <summary>The topic as it was ordered: the list shows it a little later.</summary>
    private Topic Compose(TopicSpecification specification)
        => new Topic
        {
            Name = specification.Name,
            PartitionCount = specification.PartitionCount,
            ReplicationFactor = specification.ReplicationFactor,
            RetentionHours = specification.RetentionHours,
            SyncReplication = specification.SyncReplication,
            SyncFlush = specification.SyncFlush,
            Description = specification.Description,
            ConfigDetails = specification.Config?.Select(config => new TopicConfig { Name = config.Key, ValueText = config.Value }).ToArray(),
        }.In(Context, Instance);
}

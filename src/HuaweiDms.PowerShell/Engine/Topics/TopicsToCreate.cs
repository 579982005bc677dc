using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The topics to create in one instance. Stops when the instance has no partitions left, and reports the topics not attempted;
/// otherwise the rest would fail one by one.
/// </summary>
internal sealed class TopicsToCreate(DmsContext context, InstanceReference instance)
{
    /// <summary>The default of the service (7.1.1.7).</summary>
    private const int DefaultPartitions = 3;

    private readonly List<TopicRequest> _requests = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _notAttempted = [];
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);
    private Dictionary<string, Topic> _present = [];
    private int? _room;
    private int? _mostOfOne;
    private int _made;
    private volatile bool _isFull;

    public DmsContext Context { get; } = context;

    public InstanceReference Instance { get; } = instance;

    public IReadOnlyList<TopicRequest> Requests => _requests;

    /// <summary>The failure for topics that were skipped for lack of partitions.</summary>
    public Failure? Exhaustion
        => _notAttempted.Count == 0
            ? null
            : Failures.PartitionsExhausted(Instance.Subject, _room, _made, _notAttempted);

    /// <summary>Keeps a topic for the end; returns false for a repeated name.</summary>
    public bool Add(TopicRequest request)
    {
        if (!_names.Add(request.Name))
            return false;
        _requests.Add(request);
        return true;
    }

    /// <summary>Reads the existing topics if they matter, otherwise only the number of partitions left.</summary>
    public async Task PrepareAsync(bool withTopics, CancellationToken cancellationToken)
    {
        if (withTopics)
            _present = await TopicLookup.FindAsync(Context, Instance.Id, _names, cancellationToken).ConfigureAwait(false);
        TopicLimits limits = await Context.Client.Topics.GetLimitsAsync(Instance.Id, cancellationToken).ConfigureAwait(false);
        (_room, _mostOfOne) = (limits.RemainingPartitions, limits.MaxPartitionsPerTopic);
        long needed = 0;
        foreach (TopicRequest request in _requests.Where(request => !_present.ContainsKey(request.Name) && Objection(request) is null))
        {
            needed += request.PartitionCount?.Value ?? DefaultPartitions;
            if (needed > _room)
                LeaveOut(request);
        }
    }

    /// <summary>The existing topic; null if it does not exist.</summary>
    public Topic? Present(TopicRequest request) => _present.TryGetValue(request.Name, out Topic? topic) ? topic : null;

    /// <summary>Why the instance does not accept a topic, regardless of the partitions left; null if it does.</summary>
    public Failure? Objection(TopicRequest request) => TopicRules.CheckMost(request, Instance.Subject, _mostOfOne);

    /// <summary>Whether there were enough partitions for a topic when the instance was read.</summary>
    public bool HasRoomFor(TopicRequest request) => !_leftOut.Contains(request.Name);

    /// <summary>Whether the service has reported in the meantime that no partitions are left; the topic is then skipped.</summary>
    public bool TryLeaveOut(TopicRequest request)
    {
        if (!_isFull)
            return false;
        lock (_notAttempted)
            LeaveOut(request);
        return true;
    }

    /// <summary>Creates a topic.</summary>
    public async Task<Topic> CreateAsync(IPipeline pipeline, TopicSpecification specification)
    {
        try
        {
            Topic made = await TopicCreation.RunAsync(pipeline, Context, Instance, specification).ConfigureAwait(false);
            Interlocked.Increment(ref _made);
            return made;
        }
        catch (DmsException error) when (error.Kind == DmsErrorKind.QuotaExceeded)
        {
            _isFull = true;
            throw;
        }
    }

    private void LeaveOut(TopicRequest request)
    {
        _leftOut.Add(request.Name);
        _notAttempted.Add(request.Name);
    }
}

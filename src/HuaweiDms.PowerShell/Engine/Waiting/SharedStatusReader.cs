namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads the states of the instances of a connection with one list for all callers that need them at about the same time. No caller
/// gets a list that was started before its first request, or the same list twice.
/// </summary>
internal sealed class SharedStatusReader(DmsContext context)
{
    /// <summary>Fewer instances are read one by one.</summary>
    private const int MinShared = 3;

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private readonly object _gate = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Instances missing from a list: the service does not list instances that are being deleted, so later lists will not contain
    /// them either.
    /// </summary>
    private readonly HashSet<string> _unlisted = new(StringComparer.OrdinalIgnoreCase);
    private int _joined;
    private int _begun;
    private int _pages;
    private Task<IReadOnlyDictionary<string, string>> _last = Task.FromResult(None);
    private Task<IReadOnlyDictionary<string, string>>? _next;

    /// <summary>Registers one more caller.</summary>
    public void Join() => Interlocked.Increment(ref _joined);

    /// <summary>The state of an instance; null if no list contains it, or if a list is not worthwhile.</summary>
    public async Task<string?> FindAsync(string id, CancellationToken cancellationToken)
    {
        Task<IReadOnlyDictionary<string, string>> list;
        lock (_gate)
        {
            if (_unlisted.Contains(id))
                return null;
            int seen = _seen.TryGetValue(id, out int before) ? before : _begun;
            _seen[id] = _begun;
            if (!IsWorthwhile())
                return null;
            list = _begun > seen ? _last : _next ??= ReadNextAsync(_last, cancellationToken);
            // The next list already has its number, although it may begin only after the current one has ended.
            _seen[id] = ReferenceEquals(list, _next) ? _begun + 1 : _begun;
        }
        IReadOnlyDictionary<string, string> states = await list.ConfigureAwait(false);
        if (states.TryGetValue(id, out string? state))
            return state;
        lock (_gate)
        {
            _unlisted.Add(id);
            _seen.Remove(id);
        }
        return null;
    }

    /// <summary>A list takes one request per page, and is worthwhile only while at least as many callers remain.</summary>
    private bool IsWorthwhile()
        => Volatile.Read(ref _joined) >= MinShared && _seen.Values.Count(seen => seen >= _begun - 1) >= _pages;

    private async Task<IReadOnlyDictionary<string, string>> ReadNextAsync(Task previous, CancellationToken cancellationToken)
    {
        // Callers that arrive now share it.
        await Task.Yield();
        await Task.WhenAny(previous).ConfigureAwait(false);
        lock (_gate)
        {
            _begun++;
            _last = _next!;
            _next = null;
        }
        return await ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> states = new(StringComparer.OrdinalIgnoreCase);
        int pages = 0;
        try
        {
            await foreach (Page<Instance> page in context.Client.Instances.List(new() { IncludeFailed = true }).AsPagesAsync(cancellationToken).ConfigureAwait(false))
            {
                pages++;
                foreach (Instance instance in page.Items.Where(instance => instance.InstanceId is not null))
                    states[instance.InstanceId!] = instance.Status ?? WaitGoal.Unknown;
            }
        }
        catch (DmsException refused) when (!Waiter.IsTransient(refused))
        {
            // A user who may not list instances may still read a single one.
            return None;
        }
        _pages = pages;
        return states;
    }
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The states of the instances of a connection by one list, for all who ask at about the same time. Nobody gets a list that was begun
/// before they asked for the first time, nor the same one twice.
/// </summary>
internal sealed class SharedStatusReader(DmsContext context)
{
    /// <summary>Fewer are asked for one by one.</summary>
    private const int MinShared = 3;

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private readonly object _gate = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a list did not have: the service lists nothing that is being deleted, so that the next will not have it either.</summary>
    private readonly HashSet<string> _unlisted = new(StringComparer.OrdinalIgnoreCase);
    private int _joined;
    private int _begun;
    private int _pages;
    private Task<IReadOnlyDictionary<string, string>> _last = Task.FromResult(None);
    private Task<IReadOnlyDictionary<string, string>>? _next;

    /// <summary>One more will ask.</summary>
    public void Join() => Interlocked.Increment(ref _joined);

    /// <summary>The state of an instance; null where no list has it, or where a list does not pay.</summary>
    public async Task<string?> FindAsync(string id, CancellationToken stop)
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
            list = _begun > seen ? _last : _next ??= ReadNextAsync(_last, stop);
            // The next one has its number already, though it may begin only when the one under way has ended.
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

    /// <summary>A list costs a request a page, and is worth that only while as many still ask.</summary>
    private bool IsWorthwhile()
        => Volatile.Read(ref _joined) >= MinShared && _seen.Values.Count(seen => seen >= _begun - 1) >= _pages;

    private async Task<IReadOnlyDictionary<string, string>> ReadNextAsync(Task previous, CancellationToken stop)
    {
        // Those who ask now share it.
        await Task.Yield();
        await Task.WhenAny(previous).ConfigureAwait(false);
        lock (_gate)
        {
            _begun++;
            _last = _next!;
            _next = null;
        }
        return await ReadAsync(stop).ConfigureAwait(false);
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken stop)
    {
        Dictionary<string, string> states = new(StringComparer.OrdinalIgnoreCase);
        int pages = 0;
        try
        {
            await foreach (Page<Instance> page in context.Client.Instances.List(new() { IncludeFailed = true }).AsPagesAsync(stop).ConfigureAwait(false))
            {
                pages++;
                foreach (Instance instance in page.Items.Where(instance => instance.InstanceId is not null))
                    states[instance.InstanceId!] = instance.Status ?? WaitGoal.Unknown;
            }
        }
        catch (DmsException refused) when (!Waiter.IsTransient(refused))
        {
            // Who may not list may look at one all the same.
            return None;
        }
        _pages = pages;
        return states;
    }
}

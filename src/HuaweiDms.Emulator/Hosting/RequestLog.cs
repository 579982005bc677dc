using System.Collections.ObjectModel;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>The latest requests. The oldest are dropped when the log is full.</summary>
internal sealed class RequestLog
{
    private const int Capacity = 10_000;

    private readonly object _gate = new();
    private readonly Queue<EmulatedRequest> _requests = new();

    public ReadOnlyCollection<EmulatedRequest> Snapshot()
    {
        lock (_gate)
            return new(_requests.ToArray());
    }

    public void Add(EmulatedRequest request)
    {
        lock (_gate)
        {
            if (_requests.Count == Capacity)
                _requests.Dequeue();
            _requests.Enqueue(request);
        }
    }

    public void Clear()
    {
        lock (_gate)
            _requests.Clear();
    }
}

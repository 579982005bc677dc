using System.Collections;

namespace HuaweiDms.Emulator;

/// <summary>The injected faults, in the order in which they are tried. Thread-safe.</summary>
public sealed class FaultPlan : IReadOnlyList<Fault>
{
    private readonly object _gate = new();
    private Fault[] _faults = [];

    /// <summary>The number of faults.</summary>
    public int Count => Volatile.Read(ref _faults).Length;

    /// <summary>The fault at this position.</summary>
    /// <param name="index">The position, starting at 0.</param>
    public Fault this[int index] => Volatile.Read(ref _faults)[index];

    /// <summary>Adds a fault and returns it.</summary>
    /// <param name="fault">The fault; it is tried after those already added.</param>
    public Fault Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
            _faults = [.. _faults, fault];
        return fault;
    }

    /// <summary>Removes a fault; returns false if it is not in the plan.</summary>
    /// <param name="fault">The same object that was added.</param>
    public bool Remove(Fault fault)
    {
        lock (_gate)
        {
            Fault[] rest = Array.FindAll(_faults, other => !ReferenceEquals(other, fault));
            bool found = rest.Length < _faults.Length;
            _faults = rest;
            return found;
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_gate)
            _faults = [];
    }

    /// <inheritdoc/>
    public IEnumerator<Fault> GetEnumerator() => ((IEnumerable<Fault>)Volatile.Read(ref _faults)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Selects the faults for a request: latencies add up; of all other actions, the first match wins.</summary>
    internal FaultEffect Apply(string method, string path)
    {
        TimeSpan before = TimeSpan.Zero, after = TimeSpan.Zero;
        Fault? action = null;
        string? name = null;
        foreach (Fault fault in Volatile.Read(ref _faults))
        {
            bool isAction = fault.Action != FaultAction.Latency;
            if ((isAction && action is not null) || !fault.TryApply(method, path))
                continue;
            if (fault.AfterProcessing)
                after += fault.Latency;
            else
                before += fault.Latency;
            if (isAction)
                action = fault;
            name = name is null ? fault.Name : $"{name}, {fault.Name}";
        }
        return new(before, after, action, name);
    }
}

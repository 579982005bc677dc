using System.Collections;

namespace HuaweiDms.Emulator;

/// <summary>The faults that are set, in the order in which they are tried. Safe for many threads.</summary>
public sealed class FaultPlan : IReadOnlyList<Fault>
{
    private readonly object _gate = new();
    private Fault[] _faults = [];

    /// <summary>How many faults are set.</summary>
    public int Count => Volatile.Read(ref _faults).Length;

    /// <summary>The fault that is tried at this place.</summary>
    /// <param name="index">The place, from 0 on.</param>
    public Fault this[int index] => Volatile.Read(ref _faults)[index];

    /// <summary>Sets a fault and returns it.</summary>
    /// <param name="fault">The fault; it is tried after those that are set already.</param>
    public Fault Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
            _faults = [.. _faults, fault];
        return fault;
    }

    /// <summary>Takes a fault away; false if it was not set.</summary>
    /// <param name="fault">The same object that was set.</param>
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

    /// <summary>Takes all faults away.</summary>
    public void Clear()
    {
        lock (_gate)
            _faults = [];
    }

    /// <inheritdoc/>
    public IEnumerator<Fault> GetEnumerator() => ((IEnumerable<Fault>)Volatile.Read(ref _faults)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What strikes this request: latencies add up, and of all other actions the first one counts.</summary>
    internal FaultStrike Strike(string method, string path)
    {
        TimeSpan before = TimeSpan.Zero, after = TimeSpan.Zero;
        Fault? action = null;
        string? name = null;
        foreach (Fault fault in Volatile.Read(ref _faults))
        {
            bool isAction = fault.Action != FaultAction.Latency;
            if ((isAction && action is not null) || !fault.Strikes(method, path))
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

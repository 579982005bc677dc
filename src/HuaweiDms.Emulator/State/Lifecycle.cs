namespace HuaweiDms.Emulator.State;

/// <summary>
/// A state that changes over time. Future states are recorded in advance and applied when the state is read, so no timer is
/// needed and the clock may jump.
/// </summary>
internal sealed class Lifecycle
{
    public string Status { get; set; } = string.Empty;

    /// <summary>The future states, earliest first.</summary>
    public List<Transition> Pending { get; set; } = [];

    /// <summary>Enters a state and drops the pending transitions of the previous one, except scheduled ones.</summary>
    public Lifecycle Enter(string status)
    {
        Status = status;
        Pending.RemoveAll(next => !next.IsScheduled);
        return this;
    }

    /// <summary>Enters a final state and drops all pending transitions, including scheduled ones.</summary>
    public Lifecycle EnterLast(string status)
    {
        Pending.Clear();
        return Enter(status);
    }

    /// <summary>Adds a future state.</summary>
    public Lifecycle Then(string status, DateTimeOffset at) => Add(new Transition { Status = status, At = at });

    /// <summary>Adds a future state that is kept regardless of what happens before.</summary>
    public Lifecycle Schedule(string status, DateTimeOffset at) => Add(new Transition { Status = status, At = at, IsScheduled = true });

    public void AdvanceTo(DateTimeOffset now)
    {
        while (Pending.Count > 0 && Pending[0].At <= now)
        {
            Status = Pending[0].Status;
            Pending.RemoveAt(0);
        }
    }

    private Lifecycle Add(Transition next)
    {
        int place = Pending.FindIndex(other => other.At > next.At);
        Pending.Insert(place < 0 ? Pending.Count : place, next);
        return this;
    }
}

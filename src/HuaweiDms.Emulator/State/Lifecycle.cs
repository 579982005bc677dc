namespace HuaweiDms.Emulator.State;

/// <summary>
/// A state that changes with time. What is to come is written down when it begins and looked up when somebody asks,
/// so that nothing has to run meanwhile and a clock may jump.
/// </summary>
internal sealed class Lifecycle
{
    public string Status { get; set; } = string.Empty;

    /// <summary>The states to come, earliest first.</summary>
    public List<Transition> Pending { get; set; } = [];

    /// <summary>Enters a state, and drops what was to come of the one before; what is scheduled stays.</summary>
    public Lifecycle Enter(string status)
    {
        Status = status;
        Pending.RemoveAll(next => !next.IsScheduled);
        return this;
    }

    /// <summary>Enters a state from which nothing leads back, so that what is scheduled has no more point.</summary>
    public Lifecycle EnterLast(string status)
    {
        Pending.Clear();
        return Enter(status);
    }

    /// <summary>Adds a state to come.</summary>
    public Lifecycle Then(string status, DateTimeOffset at) => Add(new Transition { Status = status, At = at });

    /// <summary>Adds a state to come whatever happens before.</summary>
    public Lifecycle Schedule(string status, DateTimeOffset at) => Add(new Transition { Status = status, At = at, IsScheduled = true });

    public void Settle(DateTimeOffset now)
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

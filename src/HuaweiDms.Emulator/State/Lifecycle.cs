namespace HuaweiDms.Emulator.State;

/// <summary>
/// A state that changes with time. What is to come is written down when it begins and looked up when somebody asks,
/// so that nothing has to run meanwhile and a clock may jump.
/// </summary>
internal sealed class Lifecycle
{
    public string Status { get; set; } = "";

    /// <summary>The states to come, earliest first.</summary>
    public List<Transition> Pending { get; set; } = [];

    /// <summary>Enters a state, and drops whatever was to come.</summary>
    public Lifecycle Enter(string status)
    {
        Status = status;
        Pending.Clear();
        return this;
    }

    /// <summary>Adds the next state to come.</summary>
    public Lifecycle Then(string status, DateTimeOffset at)
    {
        Pending.Add(new Transition { Status = status, At = at });
        return this;
    }

    public void Settle(DateTimeOffset now)
    {
        while (Pending.Count > 0 && Pending[0].At <= now)
        {
            Status = Pending[0].Status;
            Pending.RemoveAt(0);
        }
    }
}

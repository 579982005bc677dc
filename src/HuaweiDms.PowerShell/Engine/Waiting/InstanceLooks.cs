namespace HuaweiDms.PowerShell.Engine;

/// <summary>What a command waits for, of however many instances: those of a connection are looked at together.</summary>
internal sealed class InstanceLooks
{
    private readonly Dictionary<DmsContext, SharedLook> _looks = [];

    /// <summary>One more instance that is waited for.</summary>
    /// <param name="context">Where the instance is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="subject">As a person would name it.</param>
    /// <param name="target">The object of a failure's record.</param>
    /// <param name="missing">The state of one that is not there: gone, or not there yet; null makes it an error.</param>
    public WaitTarget Target(DmsContext context, string id, string subject, object target, string? missing)
    {
        SharedLook? look;
        lock (_looks)
        {
            if (!_looks.TryGetValue(context, out look))
                _looks.Add(context, look = new(context));
        }
        look.Join();
        return InstanceStates.Target(context, id, subject, target, missing) with { Glance = stop => look.FindAsync(id, stop) };
    }
}

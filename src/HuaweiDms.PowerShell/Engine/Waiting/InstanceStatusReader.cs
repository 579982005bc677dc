namespace HuaweiDms.PowerShell.Engine;

/// <summary>What a command waits for, of however many instances: those of a connection are looked at together.</summary>
internal sealed class InstanceStatusReader
{
    private readonly Dictionary<DmsContext, SharedStatusReader> _readers = [];

    /// <summary>One more instance that is waited for.</summary>
    /// <param name="context">Where the instance is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="subject">As a person would name it.</param>
    /// <param name="target">The object of a failure's record.</param>
    /// <param name="missing">The state of one that is not there: gone, or not there yet; null makes it an error.</param>
    public WaitTarget Target(DmsContext context, string id, string subject, object target, string? missing)
    {
        SharedStatusReader? reader;
        lock (_readers)
        {
            if (!_readers.TryGetValue(context, out reader))
                _readers.Add(context, reader = new(context));
        }
        reader.Join();
        return InstanceStates.Target(context, id, subject, target, missing) with { ReadShared = stop => reader.FindAsync(id, stop) };
    }
}

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Reads the states of several instances of a connection together, for commands that wait for them.</summary>
internal sealed class InstanceStatusReader
{
    private readonly Dictionary<DmsContext, SharedStatusReader> _readers = [];

    /// <summary>Adds an instance to wait for.</summary>
    /// <param name="context">Where the instance is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="subject">The display text for messages.</param>
    /// <param name="target">The target object of the error record.</param>
    /// <param name="missing">
    /// The state to report for an instance that does not exist (deleted, or not created yet); null makes it an error.
    /// </param>
    public WaitTarget Target(DmsContext context, string id, string subject, object target, string? missing)
    {
        SharedStatusReader? reader;
        lock (_readers)
        {
            if (!_readers.TryGetValue(context, out reader))
                _readers.Add(context, reader = new(context));
        }
        reader.Join();
        return InstanceStates.Target(context, id, subject, target, missing) with { ReadShared = cancellationToken => reader.FindAsync(id, cancellationToken) };
    }
}

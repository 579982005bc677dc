namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet that lists the items of a connection with one read, however many objects the pipeline carries: its own output objects
/// supply their ids and are read again. Names are taken only from the command line, because every object has one.
/// </summary>
public abstract class ConnectionListCmdlet : DmsCmdlet
{
    private readonly List<DmsContext> _contexts = [];
    private readonly Dictionary<DmsContext, List<string>> _names = [];

    /// <summary>The names that the current record requests; null for all.</summary>
    private protected virtual string[]? Wanted => null;

    /// <summary>Lists it.</summary>
    private protected abstract Task ListAsync(DmsContext context, NameFilter names, IPipeline pipeline);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (DmsContext context in Contexts)
        {
            if (!_names.TryGetValue(context, out List<string>? names))
            {
                _contexts.Add(context);
                _names.Add(context, names = []);
            }
            // A request for all includes each of them.
            names.AddRange(Wanted ?? ["*"]);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_contexts.Count > 0)
            RunForEachContext(_contexts, (context, pipeline) => ListAsync(context, FilterFor(context), pipeline));
    }

    private NameFilter FilterFor(DmsContext context)
    {
        List<string> names = _names[context];
        return new(names.Contains("*") ? null : [.. names]);
    }
}

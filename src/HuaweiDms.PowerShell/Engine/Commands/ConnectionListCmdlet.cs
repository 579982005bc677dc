namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet that lists what a connection has, with one reading however many objects come by the pipeline: those that it has listed
/// itself bring their ids, and are read again. Names come from the command line only: everything has one.
/// </summary>
public abstract class ConnectionListCmdlet : DmsCmdlet
{
    private readonly List<DmsContext> _contexts = [];
    private readonly Dictionary<DmsContext, List<string>> _names = [];

    /// <summary>What is asked for by name, by the record at hand; null for all.</summary>
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
            // Whoever asks for all asks for each of them, too.
            names.AddRange(Wanted ?? ["*"]);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_contexts.Count > 0)
            RunForEachContext(_contexts, (context, pipeline) => ListAsync(context, new(_names[context].Contains("*") ? null : [.. _names[context]]), pipeline));
    }
}

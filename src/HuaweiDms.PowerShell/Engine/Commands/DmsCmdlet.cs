using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that uses the service through one or more connections.</summary>
public abstract partial class DmsCmdlet : AsyncCmdlet
{
    private DmsContext? _current;
    private IDisposable? _use;

    /// <summary>
    /// The connections to use, by name or as objects from Get-DmsContext. If omitted, an object from the pipeline uses the
    /// connection it was read through, and everything else uses the current connection.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference?[]? Context { get; set; }

    /// <summary>An invalid connection must not be replaced by the current one.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _use = RunningCommands.Enter();
        _current = ContextStore.Current();
        CommandLine = CommandLine.From(MyInvocation.BoundParameters);
        if (CommandLine.Has(nameof(Context)) && Context?.Any(reference => reference is { IsEmpty: false }) != true)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(Context), null, Text.ContextIsEmpty));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _use?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The action, for errors and prompts; for reads, the name of the command.</summary>
    private protected virtual string Purpose => MyInvocation.MyCommand.Name;

    /// <summary>The parameters given on the command line.</summary>
    private protected CommandLine CommandLine { get; private set; } = new([]);

    /// <summary>
    /// The name of the connection, if messages must include it: with several connections, and for any object from a connection
    /// other than the current one, so that nobody confirms such a change unknowingly.
    /// </summary>
    private protected string? Place(DmsContext context)
        => Context?.Length > 1 || !ReferenceEquals(context, _current) ? context.Name : null;

    /// <summary>
    /// The display text of something outside instances, with its connection if messages must include it. The display text of an
    /// instance already does.
    /// </summary>
    private protected string Placed(DmsContext context, string subject) => subject + PlaceText.Suffix(Place(context));

    /// <summary>The display text of a connection; null if messages need not include it.</summary>
    private protected string? SubjectOf(DmsContext context) => Place(context) is { } name ? $"'{name}'" : null;

    /// <summary>The requested connections, or the current one.</summary>
    private protected IReadOnlyList<DmsContext> Contexts => OrEnd(() => ContextStore.Resolve(Context));

    /// <summary>The time of the first connection; an emulator may have its own clock. Call on the pipeline's thread.</summary>
    private protected DateTimeOffset UtcNow
    {
        get
        {
            try
            {
                return ContextStore.Resolve(Context)[0].Client.UtcNow;
            }
            catch (FailureException)
            {
                return DateTimeOffset.UtcNow;
            }
        }
    }

    /// <summary>Returns the values that can be ids; reports others, such as names.</summary>
    /// <param name="parameter">The parameter that supplied them.</param>
    /// <param name="ids">What was given.</param>
    /// <param name="listCommand">The command that finds items with such ids by name.</param>
    private protected IReadOnlyList<string> Ids(string parameter, IEnumerable<string> ids, string listCommand)
    {
        List<string> fit = [];
        foreach (string id in ids)
        {
            if (ItemId.CanBe(id))
                fit.Add(id);
            else
                WriteError(Failures.NoId(parameter, id, listCommand, MyInvocation.MyCommand.Name));
        }
        return fit;
    }

    /// <summary>The failure of a request for one item in an instance.</summary>
    private protected Failure FailureOf(ItemReference item, Exception error) => Failures.From(error, item.Name, MyInvocation.MyCommand.Name, item.Subject);

    /// <summary>Returns the exact names; reports each wildcard pattern. A value from the pipeline is always an exact name.</summary>
    /// <param name="parameter">The parameter that supplied them.</param>
    /// <param name="texts">What is bound.</param>
    /// <param name="noun">What is to be named.</param>
    /// <param name="listCommand">The command that accepts wildcards.</param>
    private protected IEnumerable<string> ExactNames(string parameter, IEnumerable<string> texts, string noun, string listCommand)
        => texts.Select(text => ExactName(parameter, text, noun, listCommand)).OfType<string>();

    /// <summary>
    /// Returns an exact name; reports a wildcard pattern and returns null. A value from the pipeline is always an exact name.
    /// </summary>
    /// <param name="parameter">The parameter that supplied it.</param>
    /// <param name="text">What is bound.</param>
    /// <param name="noun">What is to be named.</param>
    /// <param name="listCommand">The command that accepts wildcards.</param>
    private protected string? ExactName(string parameter, string text, string noun, string listCommand)
    {
        if (!CommandLine.Has(parameter))
            return text;
        if (!NamePattern.Is(text))
            return WildcardPattern.Unescape(text);
        WriteError(Failures.NotExactName(parameter, text, noun, listCommand, MyInvocation.MyCommand.Name));
        return null;
    }

    /// <summary>Runs a body for all connections in parallel; a failure of one does not end the others.</summary>
    private protected void RunForEachContext(Func<DmsContext, IPipeline, Task> body) => RunForEachContext(Contexts, body);

    /// <summary>Runs a body for some of the connections.</summary>
    private protected void RunForEachContext(IReadOnlyList<DmsContext> contexts, Func<DmsContext, IPipeline, Task> body, object? target = null)
        => RunReporting(pipeline => Task.WhenAll(contexts.Select(
            context => ReportAsync(pipeline, target, SubjectOf(context), inner => body(context, inner)))));

    /// <summary>Runs a body, writes its requests to -Verbose and its failures as error records.</summary>
    /// <param name="body">What is done.</param>
    /// <param name="target">The target object of an error record that has none of its own.</param>
    /// <param name="subject">The display text of the subject; null if it is obvious.</param>
    private protected void RunReporting(Func<IPipeline, Task> body, object? target = null, string? subject = null)
        => Run(pipeline => ReportAsync(
            pipeline, target, subject, body, DmsClient.ListenToRequests(entry => pipeline.WriteVerbose(entry.ToString()))));

    /// <summary>Runs a body and writes its failures as error records.</summary>
    private protected async Task ReportAsync(IPipeline pipeline, object? target, string? subject, Func<IPipeline, Task> body, IDisposable? during = null)
    {
        using IDisposable? until = during;
        try
        {
            await body(pipeline).ConfigureAwait(false);
        }
        catch (Exception error) when (!pipeline.Stop.IsCancellationRequested)
        {
            await pipeline.WriteErrorAsync(Failures.From(error, target, MyInvocation.MyCommand.Name, subject)).ConfigureAwait(false);
        }
    }
}

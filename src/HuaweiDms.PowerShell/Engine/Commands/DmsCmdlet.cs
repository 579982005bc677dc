using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that uses the service through one or more connections.</summary>
public abstract class DmsCmdlet : AsyncCmdlet
{
    private DmsContext? _current;
    private IDisposable? _use;
    private InstanceGuard? _guard;

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

    /// <summary>The time of the first connection; an emulator may have its own clock.</summary>
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

    /// <summary>Returns each instance with its connection; reports those that cannot be used.</summary>
    private protected IEnumerable<FoundInstance> Resolve(IEnumerable<InstanceReference> instances)
    {
        RefuseIdleInput("InstanceId");
        return IsDestructive
            ? InstanceSelection.Resolve(instances.Where(IsWhole), Context, () => ContextsAtHand(WriteError), Place, WriteError).Where(HasClaimedName)
            : InstanceSelection.Resolve(instances, Context, () => ContextsAtHand(WriteError), Place, WriteError);
    }

    /// <summary>Returns each Smart Connect with its connection; reports those that cannot be used.</summary>
    private protected IEnumerable<FoundConnector> Resolve(IEnumerable<ConnectorReference> connectors, Action<Failure>? report = null)
    {
        RefuseIdleInput("ConnectorId");
        return InstanceSelection.Resolve(connectors, Context, () => ContextsAtHand(report ?? WriteError), Place, report ?? WriteError);
    }

    /// <summary>The connections for the current record. A closed connection of one object does not affect the others.</summary>
    private IReadOnlyList<DmsContext> ContextsAtHand(Action<Failure> report)
    {
        if (Context is null || CommandLine.Has(nameof(Context)))
            return Contexts;
        try
        {
            return ContextStore.Resolve(Context);
        }
        catch (FailureException closed)
        {
            report(closed.Failure);
            return [];
        }
    }

    /// <summary>
    /// Whether the cmdlet can destroy something of its instances. If so, it refuses objects that only carry an instance id, and
    /// rows about something else.
    /// </summary>
    private protected virtual bool IsDestructive => false;

    /// <summary>The kind of item in an instance that the cmdlet handles and therefore accepts in place of the instance.</summary>
    private protected virtual string? OwnNoun => null;

    private InstanceGuard Guard => _guard ??= new(MyInvocation.MyCommand.Name);

    private bool IsWhole(InstanceReference instance)
    {
        if (instance.Contained is not { } item || item.Noun == OwnNoun)
            return true;
        WriteError(Guard.Refuse(instance, item));
        return false;
    }

    /// <summary>
    /// Whether the name in a row is that of its instance. If Name is itself a parameter, the name belongs to something else.
    /// </summary>
    private bool HasClaimedName(FoundInstance found)
    {
        if (!InstanceGuard.IsInDoubt(found.Instance) || (!CommandLine.Has("Name") && MyInvocation.BoundParameters.ContainsKey("Name")))
            return true;
        bool isSo = false;
        RunReporting(
            async pipeline =>
            {
                if (await Guard.CheckAsync(found, pipeline.Stop).ConfigureAwait(false) is { } failure)
                    await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
                else
                    isSo = true;
            },
            found.Instance.Id,
            found.Instance.Subject);
        return isSo;
    }

    /// <summary>
    /// Whether a parameter alone makes no use of a pipeline object: every object has a connection, and instances also have a
    /// description.
    /// </summary>
    private protected virtual bool IsIdle(string parameter) => parameter is nameof(Context) or "Description";

    /// <summary>
    /// PowerShell keeps a given parameter whatever the pipeline carries: an instance from the pipeline would be silently ignored if
    /// -InstanceId was given.
    /// </summary>
    private void RefuseIdleInput(string parameter)
    {
        if (MyInvocation.ExpectingInput && CommandLine.Has(parameter) && MyInvocation.BoundParameters.Keys.All(bound => CommandLine.Has(bound) || IsIdle(bound)))
            ThrowTerminatingError(IdleInput(parameter));
    }

    /// <summary>
    /// The error includes the given value, which may have been bound by position although it was meant for another parameter.
    /// </summary>
    private Failure IdleInput(string parameter)
    {
        string[] given = [.. LanguagePrimitives.ConvertTo<string[]>(MyInvocation.BoundParameters[parameter]).Distinct(StringComparer.OrdinalIgnoreCase)];
        string? hint = Array.TrueForAll(given, InstanceReference.IsId) ? null
            : MyInvocation.MyCommand.Parameters.ContainsKey("Topic") && !CommandLine.Has("Topic") ? Text.UnnamedTopicAdvice
            : Text.UnnamedAdvice;
        return Failures.IdleInput(parameter, string.Join(", ", given), hint);
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

using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that talks to the service through one or more connections.</summary>
public abstract class DmsCmdlet : AsyncCmdlet
{
    private DmsContext? _current;
    private IDisposable? _use;
    private InstanceGuard? _guard;

    /// <summary>
    /// The connections to use, by name or as objects from Get-DmsContext. Without it, objects from the
    /// pipeline go back to where they came from, and everything else goes to the current connection.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference?[]? Context { get; set; }

    /// <summary>A connection that was asked for and is none must not become the current one.</summary>
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

    /// <summary>What is done, in the sentence of a failure and in a question; where that is reading, the command's name says it.</summary>
    private protected virtual string Purpose => MyInvocation.MyCommand.Name;

    /// <summary>What was given on the command line.</summary>
    private protected CommandLine CommandLine { get; private set; } = new([]);

    /// <summary>
    /// Where something is, said when several connections are meant, and of everything that is not in the current one: objects
    /// go back to where they came from, and nobody is to agree to that unawares.
    /// </summary>
    private protected string? Place(DmsContext context)
        => Context?.Length > 1 || !ReferenceEquals(context, _current) ? context.Name : null;

    /// <summary>What is in no instance, and where it is if that has to be said. What names an instance says so already.</summary>
    private protected string Placed(DmsContext context, string subject) => subject + PlaceText.Suffix(Place(context));

    /// <summary>A connection as a person would name it; null where it need not be said.</summary>
    private protected string? SubjectOf(DmsContext context) => Place(context) is { } name ? $"'{name}'" : null;

    /// <summary>The connections asked for, or the current one.</summary>
    private protected IReadOnlyList<DmsContext> Contexts => OrEnd(() => ContextStore.Resolve(Context));

    /// <summary>The time at the first connection: an emulator may go by a time of its own.</summary>
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

    /// <summary>Each of the instances with its connection; one that cannot be used is reported.</summary>
    private protected IEnumerable<FoundInstance> Resolve(IEnumerable<InstanceReference> instances)
    {
        RefuseIdleInput("InstanceId");
        return IsDestructive
            ? InstanceSelection.Resolve(instances.Where(IsWhole), Context, () => ContextsAtHand(WriteError), Place, WriteError).Where(HasClaimedName)
            : InstanceSelection.Resolve(instances, Context, () => ContextsAtHand(WriteError), Place, WriteError);
    }

    /// <summary>Each Smart Connect with its connection; one that cannot be used is reported.</summary>
    private protected IEnumerable<FoundConnector> Resolve(IEnumerable<ConnectorReference> connectors, Action<Failure>? report = null)
    {
        RefuseIdleInput("ConnectorId");
        return InstanceSelection.Resolve(connectors, Context, () => ContextsAtHand(report ?? WriteError), Place, report ?? WriteError);
    }

    /// <summary>The connections of the record at hand: that an object's own is closed costs the others nothing.</summary>
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
    /// Whether the instances that it is given lose something by it: then it takes nothing that only brings its instance along, and no
    /// row of something else.
    /// </summary>
    private protected virtual bool IsDestructive => false;

    /// <summary>What in an instance it is about, and may bring the instance along for all that.</summary>
    private protected virtual string? OwnNoun => null;

    private InstanceGuard Guard => _guard ??= new(MyInvocation.MyCommand.Name);

    private bool IsWhole(InstanceReference instance)
    {
        if (instance.Contained is not { } item || item.Noun == OwnNoun)
            return true;
        WriteError(Guard.Refuse(instance, item));
        return false;
    }

    /// <summary>Whether a row that has a name is one of the instance. Where the name itself is a parameter, it is that of something else.</summary>
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

    /// <summary>Whether a parameter alone makes nothing of what comes by the pipeline: every object has a connection, and instances are described, too.</summary>
    private protected virtual bool IsIdle(string parameter) => parameter is nameof(Context) or "Description";

    /// <summary>
    /// PowerShell leaves what was given as it is, whatever comes by the pipeline: an instance that comes beside one that was given
    /// would be left lying without a word.
    /// </summary>
    private void RefuseIdleInput(string parameter)
    {
        if (MyInvocation.ExpectingInput && CommandLine.Has(parameter) && MyInvocation.BoundParameters.Keys.All(bound => CommandLine.Has(bound) || IsIdle(bound)))
            ThrowTerminatingError(IdleInput(parameter));
    }

    /// <summary>What was given is told: it may have come without a name and been meant for another parameter.</summary>
    private Failure IdleInput(string parameter)
    {
        string[] given = [.. LanguagePrimitives.ConvertTo<string[]>(MyInvocation.BoundParameters[parameter]).Distinct(StringComparer.OrdinalIgnoreCase)];
        string? hint = Array.TrueForAll(given, InstanceReference.IsId) ? null
            : MyInvocation.MyCommand.Parameters.ContainsKey("Topic") && !CommandLine.Has("Topic") ? Text.UnnamedTopicAdvice
            : Text.UnnamedAdvice;
        return Failures.IdleInput(parameter, string.Join(", ", given), hint);
    }

    /// <summary>Those that can be ids; what can be none, such as a name, is reported.</summary>
    /// <param name="parameter">The parameter they came by.</param>
    /// <param name="ids">What was given.</param>
    /// <param name="listCommand">The command that finds by name what has such ids.</param>
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

    /// <summary>The failure of what was asked of one thing in an instance.</summary>
    private protected Failure FailureOf(ItemReference item, Exception error) => Failures.From(error, item.Name, MyInvocation.MyCommand.Name, item.Subject);

    /// <summary>
    /// A name as it is meant; null where it is a pattern, which is reported. What comes by the pipeline is a name, whatever characters
    /// are in it.
    /// </summary>
    /// <param name="parameter">The parameter it came by.</param>
    /// <param name="text">What is bound.</param>
    /// <param name="noun">What is to be named.</param>
    /// <param name="listCommand">The command that takes patterns.</param>
    private protected string? ExactName(string parameter, string text, string noun, string listCommand)
    {
        if (!CommandLine.Has(parameter))
            return text;
        if (!NamePattern.Is(text))
            return WildcardPattern.Unescape(text);
        WriteError(Failures.NotExactName(parameter, text, noun, listCommand, MyInvocation.MyCommand.Name));
        return null;
    }

    /// <summary>Runs a body for each connection at once; a failure of one does not end the others.</summary>
    private protected void RunForEachContext(Func<DmsContext, IPipeline, Task> body) => RunForEachContext(Contexts, body);

    /// <summary>Runs a body for some of the connections.</summary>
    private protected void RunForEachContext(IReadOnlyList<DmsContext> contexts, Func<DmsContext, IPipeline, Task> body, object? target = null)
        => RunReporting(pipeline => Task.WhenAll(contexts.Select(
            context => ReportAsync(pipeline, target, SubjectOf(context), inner => body(context, inner)))));

    /// <summary>Runs a body with its requests told to -Verbose and its failures turned into error records.</summary>
    /// <param name="body">What is done.</param>
    /// <param name="target">The object of a record of a failure that says no more.</param>
    /// <param name="subject">What it is about, as a person would name it; null where that goes without saying.</param>
    private protected void RunReporting(Func<IPipeline, Task> body, object? target = null, string? subject = null)
        => Run(pipeline => ReportAsync(
            pipeline, target, subject, body, DmsClient.ListenToRequests(entry => pipeline.WriteVerbose(entry.ToString()))));

    /// <summary>Runs a body with its failures turned into error records.</summary>
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

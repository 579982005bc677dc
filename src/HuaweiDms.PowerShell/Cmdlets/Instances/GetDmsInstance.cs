using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists Kafka instances, or reads those with the given ids (5.1.2, 5.1.3; v1.0: 7.1.1.2, 7.1.1.6).</summary>
[Cmdlet(VerbsCommon.Get, "DmsInstance", DefaultParameterSetName = ById, SupportsPaging = true)]
[OutputType("HuaweiDms.Instance")]
public sealed class GetDmsInstance : ListCmdlet
{
    private const string ByName = "ByName";
    private const string ById = "ById";

    /// <summary>Up to this many names are requested one by one; more are looked up in one list.</summary>
    private const int FewNames = 4;

    private static readonly string[] ListParameters = [nameof(Name), nameof(Status), nameof(EnterpriseProjectId), nameof(Tag), nameof(IncludeFailed)];

    private readonly List<FoundInstance> _found = [];
    private readonly HashSet<FoundInstance> _seen = [];
    private readonly Dictionary<DmsContext, List<string>> _named = [];

    /// <summary>The names. Wildcards are permitted; an exact name that does not exist is an error.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InstanceNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The instances, by id or as objects to read again. A row with only a name selects the instance with that name.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Id")]
    [NamedRow]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[]? InstanceId { get; set; }

    /// <summary>Only instances in one of these states.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ArgumentCompleter(typeof(InstanceStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>Only instances of this enterprise project.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnterpriseProjectCompleter))]
    public string? EnterpriseProjectId { get; set; }

    /// <summary>
    /// Only instances with all of these tags, as a table or as text (env=test). A value of $null or '*' matches any value; of several
    /// values, one must match.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagCompleter))]
    [Tags]
    public TagTable? Tag { get; set; }

    /// <summary>Also lists instances whose creation failed.</summary>
    [Parameter(ParameterSetName = ByName)]
    public SwitchParameter IncludeFailed { get; set; }

    /// <summary>An instance is listed once, even if several rows from the pipeline belong to it.</summary>
    protected override void ProcessRecord()
    {
        if (InstanceId is { Length: 1 } && InstanceId[0] is { IsNamed: true } row)
        {
            foreach (DmsContext context in Contexts)
                NamesIn(context).Add(row.Id);
        }
        else if (InstanceId is not null)
            _found.AddRange(Resolve(InstanceId).Where(_seen.Add));
        else if (MyInvocation.ExpectingInput)
            WriteError(UnreadInput());
        else
            ListAll();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_found.Count > 0)
            Keep(null, null, ReadAsync);
        foreach (KeyValuePair<DmsContext, List<string>> named in _named)
            Keep(null, SubjectOf(named.Key), pipeline => ListAsync(named.Key, pipeline, new([.. named.Value], areExact: true)));
        base.EndProcessing();
    }

    /// <summary>Why an object from the pipeline is not read: it has no id, or a parameter of the list keeps its id from being bound.</summary>
    private Failure UnreadInput()
        => Array.Find(ListParameters, MyInvocation.BoundParameters.ContainsKey) is { } filter
            ? Failures.ListParameter(filter, MyInvocation.BoundParameters[filter])
            : Failures.InvalidArgument(nameof(InstanceId), null, Text.InputHasNoId);

    private List<string> NamesIn(DmsContext context)
    {
        if (!_named.TryGetValue(context, out List<string>? names))
            _named.Add(context, names = []);
        return names;
    }

    private void ListAll()
    {
        if (Tag is not null && Tag.Fault is { } fault)
        {
            WriteError(Failures.InvalidArgument(nameof(Tag), fault, Text.TagFormRule));
            return;
        }
        foreach (string warning in KnownStates.Instances.Warnings(Status))
            WriteWarning(warning);
        if (!IsCut && !PagingParameters.IncludeTotalCount)
        {
            RunForEachContext(ListAsync);
            return;
        }
        // Counted output keeps its order, one connection after the other.
        foreach (DmsContext context in Contexts)
            Keep(null, SubjectOf(context), pipeline => ListAsync(context, pipeline));
    }

    private Task ListAsync(DmsContext context, IPipeline pipeline) => ListAsync(context, pipeline, new(Name));

    /// <summary>
    /// The service filters the list by one state, by an exact name, or by the text that every match of a pattern contains. Each
    /// instance is emitted once. The state of an exact name is checked here: an instance in another state is not missing.
    /// </summary>
    private async Task ListAsync(DmsContext context, IPipeline pipeline, NameFilter names)
    {
        string[]? states = Status is { Length: > 1 } ? Status : null;
        bool FitsHere(Instance instance) => Fits(instance) && StateFilter.Accepts(Status, instance.Status);
        bool Fits(Instance instance) => (Tag is null || TagFilter.Matches(instance.Tags, Tag)) && StateFilter.Accepts(states, instance.Status);
        if (names.All)
        {
            await ListAllAsync(pipeline, range => List(context, null, isExact: false, range), Tag is null && states is null ? null : Fits, IsOnly).ConfigureAwait(false);
            return;
        }
        if (names.Literals.Count > FewNames)
        {
            await PickAsync(context, names, FitsHere, pipeline).ConfigureAwait(false);
            return;
        }
        HashSet<string> known = new(StringComparer.Ordinal);
        PageRange range = await BeginAsync(pipeline, isWhole: false).ConfigureAwait(false);
        foreach (string name in names.Literals.Where(known.Add))
        {
            if (Window.IsClosed)
                return;
            bool isThere = false;
            bool IsMeant(Instance instance)
            {
                bool isNamed = instance.Name == name;
                isThere |= isNamed;
                return isNamed && FitsHere(instance);
            }
            if (await PagedOutput.WriteAsync(pipeline, List(context, name, isExact: true, range, inAnyState: true), IsMeant, Window).ConfigureAwait(false) > 0)
                continue;
            Failure failure = isThere ? LeftOut(name, context) : await MissingAsync(name, context, pipeline.Stop).ConfigureAwait(false);
            await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
        }
        if (!names.HasPatterns || Window.IsClosed)
            return;
        bool IsNew(Instance instance) => names.Matches(instance.Name) && !known.Contains(instance.Name!) && Fits(instance);
        await PagedOutput.WriteAsync(pipeline, List(context, names.Hint, isExact: false, range), IsNew, Window).ConfigureAwait(false);
    }

    /// <summary>Finds many names in one list, and emits them in the order in which they were given.</summary>
    private async Task PickAsync(DmsContext context, NameFilter names, Func<Instance, bool> fits, IPipeline pipeline)
    {
        Dictionary<string, List<Instance>> named = new(StringComparer.Ordinal);
        foreach (string name in names.Literals)
            named[name] = [];
        List<Instance> matching = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        await BeginAsync(pipeline, isWhole: false).ConfigureAwait(false);
        await foreach (Instance instance in List(context, null, isExact: false, PageRange.All, inAnyState: true).WithCancellation(pipeline.Stop).ConfigureAwait(false))
        {
            if (instance.Name is not { } name)
                continue;
            seen.Add(name);
            if (!fits(instance))
                continue;
            if (named.TryGetValue(name, out List<Instance>? own))
                own.Add(instance);
            else if (names.HasPatterns && names.Matches(name))
                matching.Add(instance);
        }
        await pipeline.TurnAsync().ConfigureAwait(false);
        foreach (string name in names.Literals)
        {
            if (Window.IsClosed || !named.TryGetValue(name, out List<Instance>? own))
                continue;
            await pipeline.WriteAllAsync([.. own.Where(_ => Window.Take())]).ConfigureAwait(false);
            if (own.Count == 0)
                await pipeline.WriteErrorAsync(seen.Contains(name) ? LeftOut(name, context) : MissingAmong(name, context, seen)).ConfigureAwait(false);
            named.Remove(name);
        }
        await pipeline.WriteAllAsync([.. matching.Where(_ => Window.Take())]).ConfigureAwait(false);
    }

    private Failure LeftOut(string name, DmsContext context)
        => Failures.LeftOut("instance", name, context.Name, Status is null ? "-Tag" : Tag is null ? "-Status" : "-Status or -Tag");

    /// <summary>Returns the same error without a request, because the whole list was read.</summary>
    private Failure MissingAmong(string name, DmsContext context, IReadOnlyCollection<string> seen)
    {
        Failure failure = Unlisted(name, context);
        if (AdviceOnId(name) is not null)
            return failure;
        Failure told = failure.Suggesting(seen);
        return ReferenceEquals(told, failure) ? failure.Suggesting(context.Client.Instances.Names.All) : told;
    }

    private protected override string? AdviceOnId(string name)
        => InstanceReference.IsId(name) ? Format(Text.IdAdvice, nameof(InstanceId), $"{MyInvocation.MyCommand.Name} -InstanceId {name}") : null;

    private Task<Failure> MissingAsync(string name, DmsContext context, CancellationToken cancellationToken)
    {
        Failure failure = Unlisted(name, context);
        return AdviceOnId(name) is null ? failure.AmongInstancesAsync(context, cancellationToken) : Task.FromResult(failure);
    }

    /// <summary>An instance that is not listed may be one whose creation failed.</summary>
    private Failure Unlisted(string name, DmsContext context)
    {
        Failure failure = Missing("instance", name, context.Name, []);
        return IncludeFailed || AdviceOnId(name) is not null ? failure : failure.Advising($"{failure.Advice} {Text.IncludeFailedAdvice}");
    }

    private PagedResult<Instance> List(DmsContext context, string? name, bool isExact, PageRange range, bool inAnyState = false)
        => context.Client.Instances.List(
            new()
            {
                Name = name,
                ExactName = isExact,
                Status = Status is { Length: 1 } && !inAnyState ? Status[0].ToUpperInvariant() : null,
                EnterpriseProjectId = EnterpriseProjectId,
                IncludeFailed = IncludeFailed,
            },
            range);

    private Task ReadAsync(IPipeline pipeline)
        => EmitEachAsync(
            pipeline,
            _found.Select(found => new WorkItem(
                found.Instance.Subject,
                found.Instance.Id,
                async inner => await found.Context.Client.Instances.GetAsync(found.Instance.Id, inner.Stop).ConfigureAwait(false))));
}

using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Resets the committed offsets of consumer groups (5.6.5, 7.2.3.1): plans every partition, refuses groups that have members, and
/// emits the plan with the result for each partition. The plan can be saved and carried out later.
/// </summary>
[Cmdlet(VerbsCommon.Reset, "DmsConsumerOffset", DefaultParameterSetName = FromPlan, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.OffsetResetPlan")]
public sealed class ResetDmsConsumerOffset : PlannedCmdlet, IForceable
{
    private const string FromPlan = "Plan";

    private readonly OffsetRequests _requests = new();
    private ContextReference?[]? _context;
    private OffsetParameterFilter? _parameterFilter;
    private OffsetPipelineFilter? _pipelineFilter;
    private OffsetRows? _rows;
    private List<PSObject>? _given;
    private OffsetPlanReader? _reader;
    private OffsetResetRun? _run;

    /// <summary>The groups, by exact name. Objects from Get-DmsConsumerGroup and Get-DmsConsumerLag supply it.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? ConsumerGroup { get; set; }

    /// <summary>
    /// The instances, by id or as objects from Get-DmsInstance. Of a plan, they select rows and fill in rows without one.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public override InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The topics. Patterns match topics that the group reads; an exact name can be any. If omitted, all it reads.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>The partitions of the topics, by number. If omitted, all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public int[]? Partition { get; set; }

    /// <summary>Resets to the earliest message that is still retained.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ToEarliest))]
    public SwitchParameter ToEarliest { get; set; }

    /// <summary>Resets to the end: the group reads only messages that arrive later.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ToLatest))]
    public SwitchParameter ToLatest { get; set; }

    /// <summary>Resets to this offset; an offset outside a partition becomes the nearest end.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ToOffset))]
    [ValidateRange(0L, long.MaxValue)]
    public long ToOffset { get; set; }

    /// <summary>Resets to the first message produced at or after this time. The service finds it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ToDateTime))]
    [Moment]
    public DateTimeOffset ToDateTime { get; set; }

    /// <summary>Resets to the first message produced this long ago or later, calculated when the command begins.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ByDuration))]
    [Duration]
    public TimeSpan ByDuration { get; set; }

    /// <summary>Moves the offset by this many messages: a positive number skips messages, a negative number replays them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ShiftBy))]
    public long ShiftBy { get; set; }

    /// <summary>Keeps the current offset; an offset outside a partition is moved to its nearest end.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ToCurrent))]
    public SwitchParameter ToCurrent { get; set; }

    /// <summary>Carries out the plan in this CSV, JSON or Clixml file, for example the output of -WhatIf saved with Export-Csv.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(FromFile))]
    [ValidateNotNullOrEmpty]
    public string? FromFile { get; set; }

    /// <summary>The rows of a plan, as this cmdlet emits them or as Import-Csv reads them.</summary>
    // Declared in every parameter set, although only its own uses it: otherwise tab completion treats any pipeline input as a plan and
    // does not offer the targets.
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[]? Plan { get; set; }

    /// <summary>Undoes a reset, given its rows: restores the previous offset of each row that is Done; warns about others.</summary>
    [Parameter(ParameterSetName = FromPlan)]
    [Parameter(ParameterSetName = nameof(FromFile))]
    public SwitchParameter Undo { get; set; }

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Purpose => "Reset offsets";

    private protected override bool IsIdle(string parameter) => base.IsIdle(parameter) || parameter == nameof(Plan);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _context = Context;
        _reader = new(Purpose, ThrottleLimit);
        _run = new(Purpose, ThrottleLimit);
        _rows = new(Undo);
        DateTimeOffset now = UtcNow;
        Failure? refusal = ParameterSetName switch
        {
            not FromPlan when Plan is not null => Failures.InvalidArgument(nameof(Plan), Counted(Plan.Length, "row"), Text.PlanBesideTargetRule, Plan),
            nameof(ByDuration) => Failures.CheckTime(nameof(ByDuration), ByDuration, now),
            nameof(ToDateTime) => Failures.CheckTime(nameof(ToDateTime), ToDateTime, now),
            FromPlan or nameof(FromFile) => InstanceId.Select(InstanceSelection.Refusal).FirstOrDefault(refused => refused is not null),
            _ => null,
        };
        if (refusal is not null)
            ThrowTerminatingError(refusal);
        if (ParameterSetName == nameof(ByDuration))
            ToDateTime = now - ByDuration;
        // Pipeline input is not bound yet: the values of plan rows do not select anything.
        _parameterFilter = new(CommandLine, InstanceId, ConsumerGroup, Topic, Partition);
        _pipelineFilter = new(CommandLine);
        _given = CommandLine.Has(nameof(Plan)) ? _rows.In(Plan) : null;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == nameof(FromFile) || _given is not null)
            _pipelineFilter!.Add(InstanceId, ConsumerGroup, Topic, Partition);
        else if (ParameterSetName == FromPlan)
            _rows!.In(Plan).ForEach(row => Report(() => Collect(row, InstanceId)));
        else
            Report(CollectScenario);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!_pipelineFilter!.IsEmpty)
            Report(CollectChosen);
        _rows!.Report(WriteError, WriteWarning);
        _parameterFilter!.ReportMissing(WriteError);
        base.EndProcessing();
    }

    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        GroupOffsetPlan plan = await _reader!.PlanAsync((OffsetRequest)part!, cancellationToken).ConfigureAwait(false);
        PlannedChange change = plan.Requests.Count == 0
            ? PlannedChange.Refused([])
            : PlannedChange.To(
                plan.Describe(),
                async pipeline => await _run!.SendAsync(plan, pipeline.Stop).ConfigureAwait(false),
                finish: async (failures, pipeline) =>
                {
                    foreach (Failure failure in (IReadOnlyList<Failure>)failures!)
                        await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
                    return plan.Plans;
                });
        (change.PartialFailures, change.Warnings, change.Unsent) = (plan.PartialFailures, plan.Warnings, plan.Plans);
        return change;
    }

    private protected override string Describe(InstanceReference instance, object? part) => ((OffsetRequest)part!).Group.Subject;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader?.Dispose();
            _run?.Dispose();
        }
        base.Dispose(disposing);
    }

    private void CollectScenario()
    {
        if (ConsumerGroup is null)
            throw new FailureException(Failures.InvalidArgument(nameof(ConsumerGroup), null, Text.OffsetGroupRule));
        if (InstanceId.Length == 0)
            throw new FailureException(Failures.InvalidArgument(nameof(InstanceId), null, Text.InstanceIdRule));
        if (Partition is not null && Topic is null)
            throw new FailureException(Failures.InvalidArgument(nameof(Partition), string.Join(", ", Partition), Text.PartitionWithoutTopicRule));
        OffsetScope scope = new(new NameFilter(Topic), Partition, Target());
        string[] groups = [.. ExactNames(nameof(ConsumerGroup), ConsumerGroup, "consumer group", "Get-DmsConsumerGroup")];
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
        {
            foreach (string group in groups)
                Add(context, instance, _requests.Of(context, instance, group, scope));
        }
    }

    /// <summary>Collects the rows of the given plan that the pipeline input selected.</summary>
    private void CollectChosen()
    {
        foreach (PSObject row in _given ?? _rows!.ReadFile(this, FromFile!))
            Report(() => Collect(row, instances: null));
        _pipelineFilter!.ReportMissing(WriteError);
    }

    /// <summary>Adds a selected row to its own instance. An unreadable row does not stop the others.</summary>
    /// <param name="item">The row.</param>
    /// <param name="instances">The instances for a row that names none; null to use the pipeline input.</param>
    private void Collect(PSObject item, IEnumerable<InstanceReference>? instances)
    {
        string? TextOf(string column) => OffsetPlanRow.TextOf(item, column);
        if (!_parameterFilter!.Accepts(TextOf) || (instances is null && !_pipelineFilter!.Accepts(TextOf, out instances)) || _rows!.Read(item, UtcNow) is not { } row)
            return;
        InstanceSelection selection = new(named: null, () => row.Places(_context), Place, WriteError);
        foreach ((DmsContext context, InstanceReference instance) in selection.Resolve(_rows.InstancesOf(row, instances)))
            Add(context, instance, _requests.Of(context, instance, row.ConsumerGroup, row.Scope));
    }

    private void Report(Action collect)
    {
        try
        {
            collect();
        }
        catch (FailureException failed)
        {
            WriteError(failed.Failure);
        }
    }

    private OffsetTarget Target()
        => ParameterSetName switch
        {
            nameof(ToEarliest) => OffsetTarget.Earliest,
            nameof(ToLatest) => OffsetTarget.Latest,
            nameof(ToOffset) => OffsetTarget.At(ToOffset),
            nameof(ShiftBy) => OffsetTarget.By(ShiftBy),
            nameof(ToCurrent) => OffsetTarget.Current,
            _ => OffsetTarget.From(ToDateTime),
        };
}

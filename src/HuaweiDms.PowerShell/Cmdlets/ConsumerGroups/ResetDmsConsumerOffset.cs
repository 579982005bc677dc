using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Resets offsets of consumer groups (5.6.5, 7.2.3.1): plans every partition first, refuses groups that have members, and emits the
/// plan with what became of each partition. The plan can be kept in a file and carried out later.
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

    /// <summary>The groups, named in full; objects from Get-DmsConsumerGroup and Get-DmsConsumerLag bring theirs along.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? ConsumerGroup { get; set; }

    /// <summary>The instances, by id or as objects from Get-DmsInstance. Of a plan, rows of these are meant, and rows without one belong to these.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public override InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The topics. Patterns look through what each group reads; a topic named in full is meant even if the group has never read it. Left out, all that the group reads.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>The partitions of the topics, by number; left out, all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public int[]? Partition { get; set; }

    /// <summary>To the earliest message that is kept.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ToEarliest))]
    public SwitchParameter ToEarliest { get; set; }

    /// <summary>To the end: only messages that come later are read.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ToLatest))]
    public SwitchParameter ToLatest { get; set; }

    /// <summary>To this offset; beyond an end of a partition, to that end.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ToOffset))]
    [ValidateRange(0L, long.MaxValue)]
    public long ToOffset { get; set; }

    /// <summary>To the first message from this time on. The service finds it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ToDateTime))]
    [Moment]
    public DateTimeOffset ToDateTime { get; set; }

    /// <summary>To the first message of so long ago. The time is reckoned once, when the command begins.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ByDuration))]
    [Duration]
    public TimeSpan ByDuration { get; set; }

    /// <summary>By so many messages: forward, which skips them, or back where it is negative, which replays them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ShiftBy))]
    public long ShiftBy { get; set; }

    /// <summary>To where the group stands: only what lies outside of a partition changes, to its nearest end.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ToCurrent))]
    public SwitchParameter ToCurrent { get; set; }

    /// <summary>Carries out the plan in this CSV, JSON or Clixml file, such as Export-Csv writes from what this command emits with -WhatIf.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(FromFile))]
    [ValidateNotNullOrEmpty]
    public string? FromFile { get; set; }

    /// <summary>Rows of a plan, as this command emits them or as Import-Csv reads them.</summary>
    // In every set, though it counts in its own only: else completion takes whatever comes by the pipeline for a plan, and
    // proposes none of the targets.
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[]? Plan { get; set; }

    /// <summary>The way back from a reset whose rows these are: to where the group stood before each that is Done. The others are left and warned of.</summary>
    [Parameter(ParameterSetName = FromPlan)]
    [Parameter(ParameterSetName = nameof(FromFile))]
    public SwitchParameter Undo { get; set; }

    /// <summary>Goes ahead without asking. -WhatIf still sends nothing.</summary>
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
            not FromPlan when Plan is not null => Failures.InvalidArgument(nameof(Plan), Plan, Text.PlanBesideTargetRule),
            nameof(ByDuration) => Failures.CheckTime(nameof(ByDuration), ByDuration, now),
            nameof(ToDateTime) => Failures.CheckTime(nameof(ToDateTime), ToDateTime, now),
            FromPlan or nameof(FromFile) => InstanceId.Select(InstanceSelection.Refusal).FirstOrDefault(refused => refused is not null),
            _ => null,
        };
        if (refusal is not null)
            ThrowTerminatingError(refusal);
        if (ParameterSetName == nameof(ByDuration))
            ToDateTime = now - ByDuration;
        // What comes by the pipeline is not there yet: rows of a plan bring their own values, which choose nothing.
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

    private protected override async Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, object? part, CancellationToken stop)
    {
        GroupOffsetPlan plan = await _reader!.PlanAsync((OffsetRequest)part!, stop).ConfigureAwait(false);
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
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
        {
            foreach (string text in ConsumerGroup)
            {
                if (ExactName(nameof(ConsumerGroup), text, "consumer group", "Get-DmsConsumerGroup") is { } group)
                    Add(context, instance, _requests.Of(context, instance, group, scope));
            }
        }
    }

    /// <summary>Of a plan that was given, the rows that whatever came by the pipeline is about.</summary>
    private void CollectChosen()
    {
        foreach (PSObject row in _given ?? _rows!.ReadFile(this, FromFile!))
            Report(() => Collect(row, instances: null));
        _pipelineFilter!.ReportMissing(WriteError);
    }

    /// <summary>A row that is meant goes to its own instance; the others go on where one cannot be read.</summary>
    /// <param name="item">The row.</param>
    /// <param name="instances">Where it belongs if it names none; null for what has come.</param>
    private void Collect(PSObject item, IEnumerable<InstanceReference>? instances)
    {
        string? TextOf(string column) => OffsetPlanRow.Text(item, column);
        if (!_parameterFilter!.Accepts(TextOf) || (instances is null && !_pipelineFilter!.Accepts(TextOf, out instances)) || _rows!.Read(item, UtcNow) is not { } row)
            return;
        foreach ((DmsContext context, InstanceReference instance) in InstanceSelection.Resolve(
            _rows.InstancesOf(row, instances), named: null, () => row.Places(_context), Place, WriteError))
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

using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the diagnoses of instances, or reads the diagnosis reports with the given ids (5.11.3, 5.11.5).</summary>
[Cmdlet(VerbsCommon.Get, "DmsDiagnosis", DefaultParameterSetName = ById, SupportsPaging = true)]
[OutputType("HuaweiDms.DiagnosisSummary", "HuaweiDms.DiagnosisReport")]
public sealed class GetDmsDiagnosis : InstanceListCmdlet
{
    private const string ByGroup = "ByGroup";
    private const string ById = "ById";
    private const string GroupNoun = "consumer group";
    private const string TopicNoun = "topic";

    private readonly DiagnosisLookup _lookup = new();
    private readonly PerInstance<HashSet<(string Noun, string Name)>> _subjects = new(_ => []);

    /// <summary>Only diagnoses of these consumer groups. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = ByGroup)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? ConsumerGroup { get; set; }

    /// <summary>Only diagnoses of these topics. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ByGroup)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Only diagnoses in one of these states.</summary>
    [Parameter(ParameterSetName = ByGroup)]
    [ArgumentCompleter(typeof(DiagnosisStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>The ids of diagnosis reports to read in full.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ReportIdCompleter))]
    public string[]? ReportId { get; set; }

    private protected override IEnumerable<string> StateWarnings => KnownStates.Diagnoses.Warnings(Status);

    private protected override string[]? RecordIds => ReportId;

    /// <summary>A consumer group or a topic from the pipeline selects its own diagnoses.</summary>
    private protected override bool KeepsSeparately(FoundInstance found)
    {
        if (found.Instance.Contained is not { Key: { } name } item)
            return false;
        bool isSubject = item.Noun switch { GroupNoun => ConsumerGroup is null, TopicNoun => Topic is null, _ => false };
        if (!isSubject)
            return false;
        _subjects[found].Add((item.Noun, name));
        return true;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((FoundInstance found, HashSet<(string Noun, string Name)> subjects) in _subjects.All)
            Keep(found.Instance.Id, found.Instance.Subject, pipeline => ListAsync(pipeline, found.Context, found.Instance, subjects));
        base.EndProcessing();
    }

    private protected override Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance)
    {
        if (ReportId is not null)
        {
            IReadOnlyList<string> ids = Ids(nameof(ReportId), ReportId, MyInvocation.MyCommand.Name);
            return pipeline => ReadAsync(context, instance, ids, pipeline);
        }
        return pipeline => ListAsync(pipeline, context, instance, subjects: null);
    }

    /// <summary>Lists the diagnoses of an instance, or those of groups and topics from the pipeline.</summary>
    private Task<bool> ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, HashSet<(string Noun, string Name)>? subjects)
    {
        NameFilter topics = new(Topic);
        bool Fits(DiagnosisSummary diagnosis)
            => StateFilter.Accepts(Status, diagnosis.Status)
                && topics.Includes(diagnosis.Topic)
                && (subjects is null || subjects.Contains((GroupNoun, diagnosis.ConsumerGroup!)) || subjects.Contains((TopicNoun, diagnosis.Topic!)));
        NamedList<DiagnosisSummary> list = new(
            range => context.Client.Diagnosis.List(instance.Id, range),
            diagnosis => diagnosis.ConsumerGroup,
            "diagnosis of a consumer group",
            instance.Subject)
        {
            Filter = Status is null && topics.All && subjects is null ? null : Fits,
            FilteredBy = Status is null ? "-Topic" : topics.All ? "-Status" : "-Status or -Topic",
            IsUnique = false,
        };
        return ListAsync(pipeline, new(ConsumerGroup), list);
    }

    /// <summary>The response of a report does not repeat the fields of the list, so both are read.</summary>
    private async Task ReadAsync(DmsContext context, InstanceReference instance, IReadOnlyList<string> reportIds, IPipeline pipeline)
    {
        if (reportIds.Count == 0)
            return;
        IReadOnlyDictionary<string, object> listed = await _lookup.FindAsync(new(context, instance), reportIds, pipeline.Stop).ConfigureAwait(false);
        await EmitEachAsync(
            pipeline,
            reportIds.Select(id => new WorkItem(
                $"diagnosis report {id} of {instance.Subject}",
                id,
                async inner => listed.TryGetValue(id, out object? diagnosis)
                    ? await context.Client.Diagnosis.GetReportAsync((DiagnosisSummary)diagnosis, inner.Stop).ConfigureAwait(false)
                    : throw new FailureException(Failures.NotFound("diagnosis report", id, instance.Subject, MyInvocation.MyCommand.Name))))).ConfigureAwait(false);
    }
}

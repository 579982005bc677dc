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

    private readonly DiagnosisLookup _lookup = new();

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

    private protected override IEnumerable<string> Doubts => KnownStates.Diagnoses.Doubts(Status);

    private protected override string[]? Brought => ReportId;

    private protected override Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance)
    {
        if (ReportId is not null)
        {
            IReadOnlyList<string> ids = Ids(nameof(ReportId), ReportId, MyInvocation.MyCommand.Name);
            return pipeline => ReadAsync(context, instance, ids, pipeline);
        }
        NameFilter groups = new(ConsumerGroup);
        WildcardPattern[] topics = [.. (Topic ?? []).Select(NamePattern.Of)];
        bool Fits(DiagnosisSummary diagnosis)
            => StateFilter.Takes(Status, diagnosis.Status)
                && (topics.Length == 0 || Array.Exists(topics, pattern => pattern.IsMatch(diagnosis.Topic ?? string.Empty)));
        return pipeline => ListAsync(
            pipeline,
            groups,
            range => context.Client.Diagnosis.List(instance.Id, range),
            diagnosis => diagnosis.ConsumerGroup,
            "diagnosis of a consumer group",
            instance.Subject,
            Status is null && Topic is null ? null : Fits,
            Status is null ? "-Topic" : Topic is null ? "-Status" : "-Status or -Topic",
            isUnique: false);
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

using System.Collections.Concurrent;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Starts a diagnosis of why messages of a topic wait for a consumer group (5.11.2).</summary>
[Cmdlet(VerbsLifecycle.Start, "DmsDiagnosis", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.DiagnosisSummary", "HuaweiDms.DiagnosisReport")]
public sealed class StartDmsDiagnosis : WaitingCmdlet
{
    /// <summary>An instance runs one diagnosis at a time, so with -Wait the next one waits for its turn.</summary>
    private readonly ConcurrentDictionary<(string? Context, InstanceReference Instance), DiagnosisQueue> _queues = new();

    /// <summary>The consumer group.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string ConsumerGroup { get; set; } = string.Empty;

    /// <summary>A topic that the group reads.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string Topic { get; set; } = string.Empty;

    private protected override string Purpose => "Diagnose";

    /// <inheritdoc/>
    protected override void ProcessRecord() => Collect((ConsumerGroup, Topic));

    private protected override string Describe(InstanceReference instance, object? part)
    {
        (string group, string topic) = ((string, string))part!;
        return $"{group} reading {topic} of {instance.Subject}";
    }

    /// <summary>Checks first: without a lag there is nothing to diagnose.</summary>
    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        (string group, string topic) = ((string, string))part!;
        IReadOnlyList<DiagnosisCheck> checks
            = await context.Client.Diagnosis.CheckAsync(instance.Id, group, topic, cancellationToken).ConfigureAwait(false);
        DiagnosisCheck? lag = checks.FirstOrDefault(check => string.Equals(check.Name, "LAG", StringComparison.OrdinalIgnoreCase));
        string subject = Describe(instance, part);
        if (lag?.Passed == true)
            return PlannedChange.Refused([Failures.NothingToDiagnose(subject)]);
        _queues.GetOrAdd((context.Name, instance), _ => new(context, instance.Id));
        return PlannedChange.To(
            lag?.Lags is { } lags
                ? $"Diagnose why {Counted(lags.Total(one => one.Lag), "message waits", "messages wait")} in {Counted(lags.Length, "partition")}"
                : "Diagnose why messages wait",
            async pipeline =>
            {
                DiagnosisSummary started = await StartAsync(context, instance.Id, group, topic, subject, pipeline).ConfigureAwait(false);
                started.LaggingPartitionCount ??= lag?.Lags?.Length;
                return started;
            },
            started => ((DiagnosisSummary)started!).ReportId is { Length: > 0 } report
                ? DiagnosisStates.Target(context, instance.Id, report, subject, started)
                : null,
            WaitGoal.Diagnosed(),
            (started, pipeline) => FinishAsync(context, (DiagnosisSummary)started!, pipeline.Stop));
    }

    private protected override Task<object?> RunAsync(SendAndWait run, InstanceReference instance, PlannedChange change, IPipeline pipeline)
        => Wait
            ? _queues[(instance.ContextName, instance)].RunAsync(run, change.Subject, () => base.RunAsync(run, instance, change, pipeline), pipeline.Stop)
            : base.RunAsync(run, instance, change, pipeline);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (DiagnosisQueue turn in _queues.Values)
            turn.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>If the response is lost, the running diagnosis of this group and topic is the new one: only one runs at a time.</summary>
    private static Task<DiagnosisSummary> StartAsync(
        DmsContext context, string instanceId, string group, string topic, string subject, IPipeline pipeline)
        => Creation.RunAsync(
            pipeline,
            "Diagnose",
            subject,
            subject,
            cancellationToken => context.Client.Diagnosis.StartAsync(instanceId, group, topic, cancellationToken),
            context.Client.Diagnosis.List(instanceId),
            diagnosis => (diagnosis.ConsumerGroup, diagnosis.Topic, diagnosis.Status) == (group, topic, "diagnosing") ? diagnosis : null);

    /// <summary>Returns the report with -Wait; it includes the fields of the list.</summary>
    private async Task<object?> FinishAsync(DmsContext context, DiagnosisSummary started, CancellationToken cancellationToken)
    {
        if (!Wait)
            return started;
        DiagnosisSummary? ended
            = await context.Client.Diagnosis.FindAsync(started.InstanceId!, started.ReportId!, cancellationToken).ConfigureAwait(false);
        return await context.Client.Diagnosis.GetReportAsync(ended ?? started, cancellationToken).ConfigureAwait(false);
    }
}

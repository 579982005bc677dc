using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Diagnoses of the causes of consumer lag (5.11). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class DiagnosisApi
{
    /// <summary>The reference states no maximum page size; this size is known to work.</summary>
    private const int PageSize = 10;

    private const string TasksPath = "/v2/{project_id}/kafka/instances/{instance_id}/message-diagnosis-tasks";

    private static readonly ApiOperation Check
        = ApiOperation.Get("5.11.1", "ShowDiagnosisPreCheck", "/v2/{project_id}/kafka/instances/{instance_id}/diagnosis-check");

    private static readonly ApiOperation Create
        = ApiOperation.Post("5.11.2", "CreateMessageDiagnosisTask", TasksPath, Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ListReports = ApiOperation.Get("5.11.3", "ListMessageDiagnosisReports", TasksPath);

    private static readonly ApiOperation DeleteReports = ApiOperation.Delete("5.11.4", "BatchDeleteMessageDiagnosisReports", TasksPath);

    private static readonly ApiOperation ShowReport
        = ApiOperation.Get("5.11.5", "ShowMessageDiagnosisReport", "/v2/{project_id}/kafka/instances/{instance_id}/message-diagnosis/{report_id}");

    private readonly ApiTransport _transport;

    internal DiagnosisApi(ApiTransport transport) => _transport = transport;

    /// <summary>Runs the checks that precede a diagnosis (5.11.1).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="consumerGroup">The name of the consumer group.</param>
    /// <param name="topic">A topic that the group reads.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One check per subject.</returns>
    public Task<IReadOnlyList<DiagnosisCheck>> CheckAsync(
        string instanceId, string consumerGroup, string topic, CancellationToken cancellationToken = default)
        => _transport.GetListAsync(
            new ApiRequest(Check, instanceId).Query("group", consumerGroup).Query("topic", topic),
            ServiceJsonContext.Default.ListDiagnosisCheck,
            checks => checks,
            check =>
            {
                _transport.WithOrigin(check, instanceId);
                check.ConsumerGroup = consumerGroup;
                check.Topic = topic;
            },
            cancellationToken);

    /// <summary>Starts a diagnosis (5.11.2). Its report shows when it has finished.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="consumerGroup">The name of the consumer group.</param>
    /// <param name="topic">A topic that the group reads.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<DiagnosisSummary> StartAsync(
        string instanceId, string consumerGroup, string topic, CancellationToken cancellationToken = default)
    {
        DiagnosisOrder order = new() { ConsumerGroup = consumerGroup, Topic = topic };
        ApiRequest request = new ApiRequest(Create, instanceId).Body(order, ServiceJsonContext.Default.DiagnosisOrder);
        StartedDiagnosis started
            = await _transport.GetAsync(request, ServiceJsonContext.Default.StartedDiagnosis, cancellationToken).ConfigureAwait(false);
        DiagnosisSummary diagnosis = new()
        {
            ReportId = started.ReportId,
            ConsumerGroup = consumerGroup,
            Topic = topic,
            Status = "diagnosing",
        };
        return _transport.WithOrigin(diagnosis, instanceId);
    }

    /// <summary>Lists the diagnoses of an instance (5.11.3).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<DiagnosisSummary> List(string instanceId, PageRange range = default)
        => _transport.Paged(
            () => new(ListReports, instanceId),
            ServiceJsonContext.Default.DiagnosisList,
            response => (response.Reports, response.Total),
            report => _transport.WithOrigin(report, instanceId),
            PageSize,
            report => report.ReportId,
            range);

    /// <summary>Finds a diagnosis in the list (5.11.3).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="reportId">The id of the report.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The diagnosis; null if there is none with that report.</returns>
    public async Task<DiagnosisSummary?> FindAsync(string instanceId, string reportId, CancellationToken cancellationToken = default)
    {
        await foreach (DiagnosisSummary report in List(instanceId).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(report.ReportId, reportId, StringComparison.OrdinalIgnoreCase))
                return report;
        }
        return null;
    }

    /// <summary>Deletes reports (5.11.4).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="reportIds">The ids of the reports.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per report, in the order of the request.</returns>
    public async Task<IReadOnlyList<DiagnosisActionResult>> DeleteAsync(
        string instanceId, IReadOnlyList<string> reportIds, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(DeleteReports, instanceId)
            .Body(new() { ReportIds = reportIds }, ServiceJsonContext.Default.DiagnosisDeletion);
        ApiResponse<DiagnosisDeletionResponse> response = await _transport
            .SendAsync(request, ServiceJsonContext.Default.DiagnosisDeletionResponse, cancellationToken).ConfigureAwait(false);
        HashSet<string?>? left = response.MayHaveActedBefore
            ? await LostResponse.ReadLeftAsync(
                List(instanceId),
                report => report.Status == "deleted" ? null : report.ReportId,
                StringComparer.OrdinalIgnoreCase,
                cancellationToken).ConfigureAwait(false)
            : null;
        return BatchOutcome.Of(
            DeleteReports,
            reportIds,
            response.Value?.Results?.Select(told => (told?.ReportId, left?.Contains(told?.ReportId) == false ? true : told?.Succeeded)),
            id => _transport.WithOrigin(new DiagnosisActionResult { ReportId = id, Action = "delete" }, instanceId));
    }

    /// <summary>Reads the findings of a diagnosis (5.11.5). The response does not repeat what the list contains.</summary>
    /// <param name="diagnosis">The diagnosis, from the list.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<DiagnosisReport> GetReportAsync(DiagnosisSummary diagnosis, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(ShowReport, diagnosis.InstanceId!).With("report_id", diagnosis.ReportId!);
        DiagnosisReport report
            = await _transport.GetAsync(request, ServiceJsonContext.Default.DiagnosisReport, cancellationToken).ConfigureAwait(false);
        report.ReportId = diagnosis.ReportId;
        report.ConsumerGroup = diagnosis.ConsumerGroup;
        report.Topic = diagnosis.Topic;
        report.Status = diagnosis.Status;
        report.StartedAt = diagnosis.StartedAt;
        report.EndedAt = diagnosis.EndedAt;
        report.LaggingPartitionCount = diagnosis.LaggingPartitionCount;
        return _transport.WithOrigin(report, diagnosis.InstanceId!);
    }
}

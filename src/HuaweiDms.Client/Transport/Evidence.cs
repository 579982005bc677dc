namespace HuaweiDms.Transport;

/// <summary>
/// What shows whether an operation that must not be sent twice has happened, for those who lost the answer. Named by their
/// operation ids.
/// </summary>
internal static class Evidence
{
    private const string Task = "ListBackgroundTasks";

    private static readonly Dictionary<string, string?> ByOperation = new(StringComparer.Ordinal)
    {
        ["CreateInstanceByEngine"] = "ListInstances",
        ["CreateInstanceV1"] = "ListInstancesV1",
        // Whatever goes on in an instance shows in its state, and a deleted one is not there.
        ["BatchRestartOrDeleteInstances"] = "ListInstances",
        ["BatchRestartOrDeleteInstancesV1"] = "ListInstancesV1",
        ["CreateConnector"] = "ShowInstance",
        ["CreateDeleteConnectorOrder"] = "ShowInstance",
        ["UpgradeInstance"] = Task,
        ["RestartManager"] = Task,
        ["ResizeEngineInstance"] = Task,
        ["CreateReassignmentTask"] = Task,
        ["CreateKafkaUserClientQuotaTask"] = "ShowKafkaUserClientQuota",
        ["CreateConnectorTask"] = "ListConnectorTasks",
        ["RestartConnectorTask"] = "ListConnectorTasks",
        ["CreateSinkTask"] = "ListSinkTasks",
        ["SendKafkaMessage"] = "ShowInstanceMessages",
        ["CreateInstanceTopic"] = "ListInstanceTopics",
        ["CreateInstanceTopicV1"] = "ListInstanceTopicsV1",
        ["CreateKafkaConsumerGroup"] = "ListInstanceConsumerGroups",
        ["CreateInstanceUser"] = "ShowInstanceUsers",
        ["CreateMessageDiagnosisTask"] = "ListMessageDiagnosisReports",
        // The cache service's text describes nothing that reads.
        ["RestartOrFlushInstances"] = null,
    };

    /// <summary>Every operation that has its answer here.</summary>
    public static IReadOnlyDictionary<string, string?> All => ByOperation;

    /// <summary>The operation to look with; null where nothing documented shows it.</summary>
    public static string? Of(ApiOperation operation) => ByOperation.TryGetValue(operation.Name, out string? shown) ? shown : null;
}

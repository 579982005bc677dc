namespace HuaweiDms.Transport;

/// <summary>
/// The operations that show whether an operation that must not be sent twice has taken effect, by operation id. Used when a response was
/// lost.
/// </summary>
internal static class OutcomeOperations
{
    private const string Task = "ListBackgroundTasks";

    private static readonly Dictionary<string, string?> ByOperation = new(StringComparer.Ordinal)
    {
        ["CreateInstanceByEngine"] = "ListInstances",
        ["CreateInstanceV1"] = "ListInstancesV1",
        // The state of an instance shows whether it restarts, and a deleted instance is not in the list.
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
        // The reference of DCS describes no operation that reads.
        ["RestartOrFlushInstances"] = null,
    };

    /// <summary>All operations that have an entry.</summary>
    public static IReadOnlyDictionary<string, string?> All => ByOperation;

    /// <summary>Returns the operation that shows the outcome; null if the reference has none.</summary>
    public static string? Of(ApiOperation operation) => ByOperation.TryGetValue(operation.Name, out string? shown) ? shown : null;
}

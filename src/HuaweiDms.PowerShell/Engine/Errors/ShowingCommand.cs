namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds the command that shows the result of an API operation.</summary>
internal static class ShowingCommand
{
    private static readonly Dictionary<string, string> Commands = new(StringComparer.Ordinal)
    {
        ["ListInstances"] = "Get-DmsInstance",
        ["ListInstancesV1"] = "Get-DmsInstance",
        ["ShowInstance"] = "Get-DmsInstance",
        ["ListBackgroundTasks"] = "Get-DmsTask",
        ["ShowKafkaUserClientQuota"] = "Get-DmsClientQuota",
        ["ListInstanceTopics"] = "Get-DmsTopic",
        ["ListInstanceTopicsV1"] = "Get-DmsTopic",
        ["ShowInstanceMessages"] = "Get-DmsMessage",
        ["ListInstanceConsumerGroups"] = "Get-DmsConsumerGroup",
        ["ShowInstanceUsers"] = "Get-DmsUser",
        ["ListConnectorTasks"] = "Get-DmsSmartConnectTask",
        ["ListSinkTasks"] = "Get-DmsSinkTask",
        ["ListMessageDiagnosisReports"] = "Get-DmsDiagnosis",
    };

    /// <summary>The command; null where no command shows it.</summary>
    public static string? Of(string? operation)
        => operation is not null && Commands.TryGetValue(operation, out string? command) ? command : null;
}

namespace HuaweiDms.PowerShell.Engine;

internal static partial class Failures
{
    /// <summary>Whether an operation goes through Kafka Manager. Once that is off, it is refused for good, as if the instance were busy (5.2.12).</summary>
    private static bool GoesThroughManager(string? operation)
        => operation is "ShowCluster" or "ShowCoordinators" or "ShowInstanceTopicDetail" or "UpdateTopicReplica" or "CreatePartition"
            or "ResetMessageOffset" or "ShowPartitionMessage" or "ShowMessages" or "ShowPartitionBeginningMessage"
            or "ShowPartitionEndMessage" or "RestartManager" or "ResetManagerPassword";
}

using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Proposes task names: those of the instance on the command line, newest first, then other known ones. The list is open.
/// </summary>
public sealed class TaskNameCompleter : CompleterBase
{
    private static readonly string[] Known =
    [
        "bindInstancePublicIp", "changeRetentionPolicy", "extendInstance", "kafkaConfigModify", "kafkaPartitionReassignment",
        "kafkaPortProtocolModify", "kafkaResetConsumerOffset", "modifyAutoTopic", "restartKafkaManager", "updateConsumerGroup", "upgradeInstance",
    ];

    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Tasks(boundParameters).Select(task => task.Name).OfType<string>()
            .Concat(Known)
            .Distinct(StringComparer.Ordinal)
            .Select(name => new Proposal(name, "Task name"));
}

using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Makes the checks that precede a diagnosis of a consumer group and a topic: memory, processors, subscription, lag, production
/// (5.11.1).
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "DmsDiagnosis")]
[OutputType("HuaweiDms.DiagnosisCheck")]
public sealed class TestDmsDiagnosis : InstanceReadCmdlet
{
    private readonly HashSet<(FoundInstance Found, string Group, string Topic)> _seen = [];

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

    /// <summary>Objects of partitions repeat the same group and topic.</summary>
    private protected override bool IsNew(FoundInstance found) => _seen.Add((found, ConsumerGroup, Topic));

    private protected override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance)
    {
        (string group, string topic) = (ConsumerGroup, Topic);
        return async pipeline => await context.Client.Diagnosis.CheckAsync(instance.Id, group, topic, pipeline.Stop).ConfigureAwait(false);
    }
}

using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the brokers that coordinate the consumer groups of instances (5.2.7).</summary>
[Cmdlet(VerbsCommon.Get, "DmsCoordinator")]
[OutputType("HuaweiDms.Coordinator")]
public sealed class GetDmsCoordinator : InstanceReadCmdlet
{
    /// <summary>Only these consumer groups, with wildcards; one without that has no coordinator is an error.</summary>
    [Parameter(Position = 0)]
    [Alias("Name")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? ConsumerGroup { get; set; }

    private protected override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance)
    {
        NameFilter groups = new(ConsumerGroup);
        return async pipeline => NamedItems.Of(
            await context.Client.Cluster.ListCoordinatorsAsync(instance.Id, pipeline.Stop).ConfigureAwait(false),
            groups,
            coordinator => [coordinator.ConsumerGroup],
            name => Failures.NotFound("consumer group", name, instance.Subject, MyInvocation.MyCommand.Name));
    }
}

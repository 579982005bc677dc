using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the brokers that coordinate the consumer groups of instances (5.2.7).</summary>
[Cmdlet(VerbsCommon.Get, "DmsCoordinator")]
[OutputType("HuaweiDms.Coordinator")]
public sealed class GetDmsCoordinator : NamedReadCmdlet
{
    /// <summary>
    /// Only these consumer groups. Wildcards are permitted; an exact name that has no coordinator is an error. Objects of a consumer
    /// group supply its name.
    /// </summary>
    [Parameter(Position = 0)]
    [Alias("Name")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? ConsumerGroup { get; set; }

    private protected override string[]? Wanted => ConsumerGroup;

    private protected override string Noun => "consumer group";

    private protected override async Task<NamedItems> ReadAsync(
        DmsContext context, InstanceReference instance, NameFilter names, CancellationToken cancellationToken)
        => NamedItems.Of(
            await context.Client.Cluster.ListCoordinatorsAsync(instance.Id, cancellationToken).ConfigureAwait(false),
            names,
            coordinator => [coordinator.ConsumerGroup],
            name => Failures.NotFound(Noun, name, instance.Subject, MyInvocation.MyCommand.Name));
}

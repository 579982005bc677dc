using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Restarts Kafka instances, up to 50 per request (5.1.6; v1.0: 7.1.1.5). They refuse clients during the restart.</summary>
[Cmdlet(VerbsLifecycle.Restart, "DmsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.InstanceActionResult")]
public sealed class RestartDmsInstance : InstanceBatchCmdlet
{
    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    private protected override string Purpose => "Restart";

    private protected override string ServiceAction => "restart";

    private protected override WaitGoal Goal => WaitGoal.RunningAfterRestart();

    /// <inheritdoc/>
    protected override void ProcessRecord() => Collect(InstanceId);

    private protected override Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
        => SendIdsAsync(items, (client, ids) => client.Instances.RestartAsync(ids, cancellationToken));
}

using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Restarts Kafka Manager of instances; the brokers go on (5.2.3).</summary>
[Cmdlet(VerbsLifecycle.Restart, "DmsManager", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.Instance")]
public sealed class RestartDmsManager : ActionCmdlet
{
    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Emits the instance afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Action => "Restart Kafka Manager";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
            Collect(context, instance.Subject, instance.Id, pipeline => RestartAsync(context, instance.Id, pipeline.Stop));
    }

    private async Task<object?> RestartAsync(DmsContext context, string id, CancellationToken stop)
    {
        await context.Client.Manager.RestartAsync(id, stop).ConfigureAwait(false);
        return PassThru ? await context.Client.Instances.GetAsync(id, stop).ConfigureAwait(false) : null;
    }
}

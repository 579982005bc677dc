using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Turns Kafka Manager of instances off for good, and with it the cmdlets that go through it (5.2.12).</summary>
[Cmdlet(VerbsLifecycle.Disable, "DmsManager", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.Instance")]
public sealed class DisableDmsManager : ActionCmdlet
{
    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Emits the instance afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Goes ahead without asking. -WhatIf still sends nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    private protected override string Action => "Turn off Kafka Manager";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
            Collect(context, instance.Subject, instance.Id, pipeline => DisableAsync(context, instance.Id, pipeline.Stop));
    }

    private async Task<object?> DisableAsync(DmsContext context, string id, CancellationToken stop)
    {
        await context.Client.Manager.DisableAsync(id, stop).ConfigureAwait(false);
        return PassThru ? await context.Client.Instances.GetAsync(id, stop).ConfigureAwait(false) : null;
    }
}

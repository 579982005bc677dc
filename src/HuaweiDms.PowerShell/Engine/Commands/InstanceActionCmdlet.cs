using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An action on instances themselves: one request per instance, several in parallel.</summary>
public abstract class InstanceActionCmdlet : ActionCmdlet
{
    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Emits the instance in its new state, at the cost of one more request per instance.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsDestructive => true;

    /// <summary>Why the action is not possible for an instance, known before anything is sent; null if it is possible.</summary>
    private protected virtual Failure? Objection(DmsContext context, InstanceReference instance) => null;

    /// <summary>Does it to one instance.</summary>
    private protected abstract Task ActAsync(DmsContext context, InstanceReference instance, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId).Where(IsNew))
        {
            if (Objection(context, instance) is { } objection)
            {
                WriteError(objection);
                continue;
            }
            Collect(instance.Subject, instance.Id, async pipeline =>
            {
                await ActAsync(context, instance, pipeline.Stop).ConfigureAwait(false);
                return PassThru ? await context.Client.Instances.GetAsync(instance.Id, pipeline.Stop).ConfigureAwait(false) : null;
            });
        }
    }
}

using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Enables or disables the automatic creation of topics (5.2.4).</summary>
public abstract class AutoTopicCmdlet : WaitingCmdlet
{
    /// <summary>Emits the instance in its new state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>On or off.</summary>
    private protected abstract bool Enable { get; }

    private protected override bool IsDestructive => !Enable;

    private protected override string Purpose => AutoTopicSwitch.Purpose(Enable);

    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        AutoTopicSwitch change = new(context, instance, Enable);
        if (Wait)
            await change.RememberAsync(cancellationToken).ConfigureAwait(false);
        return PlannedChange.To(
            Purpose,
            async pipeline =>
            {
                await change.SendAsync(pipeline.Stop).ConfigureAwait(false);
                return null;
            },
            _ => change.Watched,
            finish: async (_, pipeline) => PassThru ? await context.Client.Instances.GetAsync(instance.Id, pipeline.Stop).ConfigureAwait(false) : null);
    }
}

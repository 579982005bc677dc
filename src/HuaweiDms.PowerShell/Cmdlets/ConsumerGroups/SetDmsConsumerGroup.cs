using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Sets the description of consumer groups (5.6.10, 5.6.7).</summary>
[Cmdlet(VerbsCommon.Set, "DmsConsumerGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.ConsumerGroup")]
public sealed class SetDmsConsumerGroup : InstanceItemActionCmdlet
{
    /// <summary>The groups.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ConsumerGroup")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>
    /// The new description; an empty one clears it. From the pipeline only together with a name, because instances also have a
    /// description.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Emits each group in its new state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Purpose => "Change description";

    private protected override string Action => $"{Purpose} to '{Description}'";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (CommandLine.Description(nameof(Name), Description) is not { } description)
        {
            WriteError(Failures.NothingToChange("-Description"));
            return;
        }
        foreach (string name in ExactNames(nameof(Name), Name, "consumer group", "Get-DmsConsumerGroup"))
        {
            Collect(name, description, async (context, instance, pipeline) =>
            {
                await ChangeAsync(new(context, instance, name), description, pipeline.Stop).ConfigureAwait(false);
                return PassThru ? await context.Client.ConsumerGroups.FindAsync(instance.Id, name, pipeline.Stop).ConfigureAwait(false) : null;
            });
        }
    }

    private async Task ChangeAsync(ItemReference group, string description, CancellationToken cancellationToken)
    {
        try
        {
            await group.Context.Client.ConsumerGroups.UpdateAsync(
                group.Instance.Id, group.Name, description, cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException error) when (error.Kind == DmsErrorKind.NotFound)
        {
            Failure failure = Failures.From(error, group.Name, Purpose, group.Subject);
            throw new FailureException(await failure.AmongGroupsAsync(group, cancellationToken).ConfigureAwait(false));
        }
    }
}

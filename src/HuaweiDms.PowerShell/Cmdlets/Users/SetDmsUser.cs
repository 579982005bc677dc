using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Changes the description of users (5.7.5). What is already as requested is not sent; a user that does not exist is refused before
/// anything is sent.
/// </summary>
[Cmdlet(VerbsCommon.Set, "DmsUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.InstanceUser")]
public sealed class SetDmsUser : UserCmdlet
{
    /// <summary>The users.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string[] UserName { get; set; } = [];

    /// <summary>
    /// The new description; an empty one clears it. From the pipeline only together with a user, because instances also have a
    /// description.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Emits the users in their new state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Purpose => "Change the user";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (CommandLine.Description(nameof(UserName), Description) is not { } description)
        {
            WriteError(Failures.NothingToChange("-Description"));
            return;
        }
        foreach (string name in ExactNames(nameof(UserName), UserName, Noun, ListCommand))
        {
            Collect(nameof(UserName), name, (context, instance, present) => (present!.Description ?? string.Empty) == description
                ? PlannedChange.None(PassThru ? [present] : [])
                : PlannedChange.To(
                    $"Change description '{present.Description}' -> '{description}'",
                    pipeline => ChangeAsync(context, instance.Id, name, description, pipeline.Stop)));
        }
    }

    private async Task<object?> ChangeAsync(
        DmsContext context, string instanceId, string name, string description, CancellationToken cancellationToken)
    {
        await context.Client.Users.UpdateAsync(instanceId, name, description, cancellationToken).ConfigureAwait(false);
        return PassThru ? await context.Client.Users.FindAsync(instanceId, name, cancellationToken).ConfigureAwait(false) : null;
    }
}

using System.Management.Automation;
using System.Security;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates users of instances that have SASL on (5.7.2); an existing user is refused before anything is sent.</summary>
[Cmdlet(VerbsCommon.New, "DmsUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.InstanceUser")]
public sealed class NewDmsUser : UserCmdlet
{
    /// <summary>
    /// The names and passwords. The name: 4 to 64 characters. The password: 8 to 32 characters of at least three kinds, not beginning
    /// with a hyphen, and not the name.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Credentials]
    public PSCredential[] Credential { get; set; } = [];

    /// <summary>The description. From the pipeline only together with a credential, because instances also have a description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>
    /// Accepts a user that already exists, without changing its password or description, and warns if the description differs.
    /// </summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    private protected override bool MakesUsers => true;

    private protected override string Purpose => UserCreation.Purpose;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string? description = CommandLine.Description(nameof(Credential), Description);
        foreach (PSCredential credential in Credential)
        {
            string name = credential.UserName;
            if (UserCreation.Violation(name, credential.Password) is { } rule)
                WriteError(Failures.InvalidArgument(nameof(Credential), name, rule));
            else
                Collect(nameof(Credential), name, (context, instance, present) => PlanNew(context, instance, present, credential, description));
        }
    }

    private PlannedChange PlanNew(
        DmsContext context, InstanceReference instance, InstanceUser? present, PSCredential credential, string? description)
    {
        string name = credential.UserName;
        if (present is not null && IfNotExists)
        {
            PlannedChange kept = PlannedChange.Done(present);
            if (DescriptionDifference.Of($"{name} of {instance.Subject}", present.Description, description, "Set-DmsUser") is { } difference)
                kept.Warnings = [difference];
            return kept;
        }
        return present is not null
            ? PlannedChange.Refused([Failures.AlreadyExists(name, instance.Subject, Text.UserExistsAdvice)])
            : PlannedChange.To(
                Purpose,
                async pipeline => await CreateAsync(pipeline, new(context, instance, name), credential.Password, description).ConfigureAwait(false));
    }

    /// <summary>Returns the user as the service reports it. A failure to read it does not undo the creation.</summary>
    private static async Task<InstanceUser> CreateAsync(IPipeline pipeline, ItemReference user, SecureString password, string? description)
    {
        InstanceUser made = await UserCreation.RunAsync(pipeline, user, password, description).ConfigureAwait(false);
        try
        {
            return await user.Context.Client.Users.FindAsync(user.Instance.Id, user.Name, pipeline.Stop).ConfigureAwait(false) ?? made;
        }
        catch (DmsException unread)
        {
            pipeline.WriteVerbose(unread.Message);
            return made;
        }
    }
}

using System.Globalization;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates users of instances that have SASL on (5.7.2); one that is there already is refused before anything is sent.</summary>
[Cmdlet(VerbsCommon.New, "DmsUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.InstanceUser")]
public sealed class NewDmsUser : UserCmdlet
{
    private bool _given;
    private string? _description;

    /// <summary>Name and password. The name: 4 to 64 characters. The password: 8 to 32 of at least three kinds, not beginning with a hyphen, and not the name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The description; from the pipeline only together with a credential, because instances have a description, too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Takes a user that is there already as it is, without changing its password or description.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    private protected override string Purpose => "Create the user";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        (_given, _description) = (Credential is not null, Description);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        (PSCredential credential, string? description) = (Credential!, _given ? _description : Description);
        string name = credential.UserName;
        string? rule = InstanceNameAttribute.Fits(name) ? PasswordRule.Violation(credential.Password, name) : Text.UserNameRule;
        if (rule is not null)
            WriteError(Failures.InvalidArgument(nameof(Credential), name, rule).ToRecord());
        else
            Collect(nameof(Credential), name, (context, instance, present) => PlanNew(context, instance, present, credential, description));
    }

    private PlannedChange PlanNew(
        DmsContext context, InstanceReference instance, InstanceUser? present, PSCredential credential, string? description)
    {
        string name = credential.UserName;
        if (present is not null && IfNotExists)
            return PlannedChange.Done(present);
        return present is not null
            ? PlannedChange.Refused([Failures.AlreadyExists(name, instance.Subject, Text.UserExistsAdvice)])
            : PlannedChange.To(
                Purpose,
                stop => CreateAsync(context, instance, credential, description, stop),
                finish: (lost, pipeline) => FinishAsync(context, instance, name, description, (DmsException?)lost, pipeline));
    }

    /// <returns>The failure where it is open whether the service created the user; null where it did.</returns>
    private static async Task<object?> CreateAsync(
        DmsContext context, InstanceReference instance, PSCredential credential, string? description, CancellationToken stop)
    {
        using Secret password = Secret.From(credential.Password);
        try
        {
            await context.Client.Users.CreateAsync(instance.Id, credential.UserName, password, description, stop).ConfigureAwait(false);
            return null;
        }
        catch (DmsException open) when (open.Kind == DmsErrorKind.OutcomeUnknown)
        {
            return open;
        }
    }

    /// <summary>The user as the service has it. It was not there before, so if it is there now, this command made it.</summary>
    private static async Task<object?> FinishAsync(
        DmsContext context, InstanceReference instance, string name, string? description, DmsException? lost, IPipeline pipeline)
    {
        InstanceUser? made = null;
        try
        {
            made = await context.Client.Users.FindAsync(instance.Id, name, pipeline.Stop).ConfigureAwait(false);
        }
        catch (DmsException silent)
        {
            pipeline.WriteVerbose(silent.Message);
        }
        if (lost is null)
            return made ?? new() { Context = context.Name, InstanceId = instance.Id, UserName = name, Description = description };
        if (made is null)
            throw lost;
        pipeline.WriteWarning(string.Format(CultureInfo.InvariantCulture, Text.UserCreatedAfterAll, name, instance.Subject));
        return made;
    }
}

using System.Management.Automation;
using System.Security;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Sets another password for the SASL user of instances (5.2.1). Clients that know only the old one are shut out.</summary>
[Cmdlet(VerbsCommon.Reset, "DmsInstancePassword", DefaultParameterSetName = ByPassword, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.Instance")]
public sealed class ResetDmsInstancePassword : ActionCmdlet
{
    private const string ByPassword = "ByPassword";
    private const string ByCredential = "ByCredential";

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The new password: 8 to 32 characters of at least three kinds, not beginning with a hyphen.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByPassword)]
    [ValidateNotNull]
    [SecureText]
    public SecureString? NewPassword { get; set; }

    /// <summary>The new password, as the password of a credential; its user name has to be that of the SASL user.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCredential)]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Emits the instances.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    private protected override string Action => "Reset the SASL password";

    private SecureString Password => NewPassword ?? Credential!.Password;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (PasswordRule.Violation(Password, Credential?.UserName ?? string.Empty) is { } rule)
            ThrowTerminatingError(Failures.InvalidArgument(NewPassword is null ? nameof(Credential) : nameof(NewPassword), "********", rule).ToRecord());
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
            Collect(context, instance.Subject, instance.Id, pipeline => ResetAsync(context, instance, pipeline.Stop));
    }

    private async Task<object?> ResetAsync(DmsContext context, InstanceReference instance, CancellationToken stop)
    {
        if (Credential is not null)
            await CheckUserAsync(context, instance, Credential.UserName, stop).ConfigureAwait(false);
        using Secret secret = Secret.From(Password);
        await context.Client.Settings.ResetPasswordAsync(instance.Id, secret, stop).ConfigureAwait(false);
        return PassThru ? await context.Client.Instances.GetAsync(instance.Id, stop).ConfigureAwait(false) : null;
    }

    /// <summary>The service takes no user name: a credential of somebody else would change the wrong password.</summary>
    private static async Task CheckUserAsync(DmsContext context, InstanceReference instance, string userName, CancellationToken stop)
    {
        Instance current = await context.Client.Instances.GetAsync(instance.Id, stop).ConfigureAwait(false);
        if (current.AccessUserName is { } owner && !string.Equals(owner, userName, StringComparison.Ordinal))
        {
            string rule = Format(Text.SaslUserRule, instance.Subject, owner);
            throw new FailureException(Failures.InvalidArgument(nameof(Credential), userName, rule, instance.Id));
        }
    }
}

using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Sets a new password for the SASL user of instances (5.2.1). Clients that use the old password are locked out.</summary>
[Cmdlet(VerbsCommon.Reset, "DmsInstancePassword", DefaultParameterSetName = ByPassword, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.Instance")]
public sealed class ResetDmsInstancePassword : InstancePasswordCmdlet, IForceable
{
    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Purpose => "Reset the SASL password";

    private protected override async Task ResetAsync(
        DmsContext context, InstanceReference instance, Secret password, CancellationToken cancellationToken)
    {
        if (Credential is not null)
            await CheckUserAsync(context, instance, Credential.UserName, cancellationToken).ConfigureAwait(false);
        await context.Client.Settings.ResetPasswordAsync(instance.Id, password, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The service does not accept a user name: the credential of another user would change the wrong password.</summary>
    private static async Task CheckUserAsync(DmsContext context, InstanceReference instance, string userName, CancellationToken cancellationToken)
    {
        Instance current = await context.Client.Instances.GetAsync(instance.Id, cancellationToken).ConfigureAwait(false);
        if (current.AccessUserName is { } owner && !string.Equals(owner, userName, StringComparison.Ordinal))
        {
            string rule = Format(Text.SaslUserRule, instance.Subject, owner);
            throw new FailureException(Failures.InvalidArgument(nameof(Credential), userName, rule, instance.Id));
        }
    }
}

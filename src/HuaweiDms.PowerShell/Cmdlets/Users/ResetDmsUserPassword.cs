using System.Management.Automation;
using System.Security;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Sets new passwords for users of instances (5.7.4). Clients that use the old password are disconnected.</summary>
[Cmdlet(VerbsCommon.Reset, "DmsUserPassword", DefaultParameterSetName = ByPassword, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.InstanceUser")]
public sealed class ResetDmsUserPassword : UserCmdlet, IForceable
{
    private const string ByPassword = "ByPassword";
    private const string ByCredential = "ByCredential";

    /// <summary>The users.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByPassword, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string[] UserName { get; set; } = [];

    /// <summary>The new password: 8 to 32 characters of at least three kinds, not beginning with a hyphen, and not the user name, forwards or backwards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByPassword)]
    [ValidateNotNull]
    [SecureText]
    public SecureString? NewPassword { get; set; }

    /// <summary>Users, each with its new password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCredential, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Credentials]
    public PSCredential[] Credential { get; set; } = [];

    /// <summary>Emits the users.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Purpose => "Reset the password of the user";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByPassword)
        {
            foreach (string name in ExactNames(nameof(UserName), UserName, Noun, ListCommand))
                Collect(nameof(UserName), name, NewPassword!, rule => Failures.InvalidArgument(nameof(NewPassword), "********", rule, name));
        }
        else
        {
            foreach (PSCredential user in Credential)
            {
                if (ExactName(nameof(Credential), user.UserName, Noun, ListCommand) is { } name)
                    Collect(nameof(Credential), name, user.Password, rule => Failures.InvalidArgument(nameof(Credential), name, rule));
            }
        }
    }

    private void Collect(string parameter, string name, SecureString password, Func<string, Failure> refuse)
    {
        if (PasswordRule.Violation(password, name) is { } rule)
            WriteError(refuse(rule));
        else
        {
            Collect(parameter, name, (context, instance, _) => PlannedChange.To(
                Purpose, pipeline => ResetAsync(context, instance.Id, name, password, pipeline.Stop)));
        }
    }

    private async Task<object?> ResetAsync(
        DmsContext context, string instanceId, string name, SecureString password, CancellationToken cancellationToken)
    {
        using Secret secret = Secret.From(password);
        await context.Client.Users.ResetPasswordAsync(instanceId, name, secret, cancellationToken).ConfigureAwait(false);
        return PassThru ? await context.Client.Users.FindAsync(instanceId, name, cancellationToken).ConfigureAwait(false) : null;
    }
}

using System.Management.Automation;
using System.Security;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Sets a password of which an instance has only one; checks it before anything is sent.</summary>
public abstract class InstancePasswordCmdlet : InstanceActionCmdlet
{
    private protected const string ByPassword = "ByPassword";
    private protected const string ByCredential = "ByCredential";

    /// <summary>The new password: 8 to 32 characters of at least three kinds, not beginning with a hyphen.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByPassword)]
    [ValidateNotNull]
    [SecureText]
    public SecureString? NewPassword { get; set; }

    /// <summary>The new password and its user, which must differ. The user itself is not changed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCredential)]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Sends the password to one instance.</summary>
    private protected abstract Task ResetAsync(DmsContext context, InstanceReference instance, Secret password, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (PasswordRule.Violation(Password, Credential?.UserName ?? string.Empty) is { } rule)
            ThrowTerminatingError(Failures.InvalidArgument(Credential is null ? nameof(NewPassword) : nameof(Credential), "********", rule));
    }

    private protected sealed override async Task ActAsync(DmsContext context, InstanceReference instance, CancellationToken cancellationToken)
    {
        using Secret password = Secret.From(Password);
        await ResetAsync(context, instance, password, cancellationToken).ConfigureAwait(false);
    }

    private SecureString Password => Credential?.Password ?? NewPassword!;
}

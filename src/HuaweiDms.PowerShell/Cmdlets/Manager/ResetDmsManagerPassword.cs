using System.Management.Automation;
using System.Security;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Gives Kafka Manager of instances a new password (5.2.2).</summary>
[Cmdlet(VerbsCommon.Reset, "DmsManagerPassword", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByPassword)]
[OutputType("HuaweiDms.Instance")]
public sealed class ResetDmsManagerPassword : ActionCmdlet
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

    /// <summary>The new password with the user of Kafka Manager, which must not be like it. The user itself is not changed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCredential)]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Emits the instance afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Action => "Reset the Kafka Manager password";

    private SecureString Password => Credential?.Password ?? NewPassword!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (PasswordRule.Violation(Password, Credential?.UserName ?? string.Empty) is { } rule)
            ThrowTerminatingError(Failures.InvalidArgument(Credential is null ? nameof(NewPassword) : nameof(Credential), "********", rule).ToRecord());
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
            Collect(context, instance.Subject, instance.Id, pipeline => ResetAsync(context, instance.Id, pipeline.Stop));
    }

    private async Task<object?> ResetAsync(DmsContext context, string id, CancellationToken stop)
    {
        using Secret password = Secret.From(Password);
        await context.Client.Manager.ResetPasswordAsync(id, password, stop).ConfigureAwait(false);
        return PassThru ? await context.Client.Instances.GetAsync(id, stop).ConfigureAwait(false) : null;
    }
}

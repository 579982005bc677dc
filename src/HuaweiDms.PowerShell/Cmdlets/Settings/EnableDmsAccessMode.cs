using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Turns on an access mode of instances (5.2.9).</summary>
[Cmdlet(VerbsLifecycle.Enable, "DmsAccessMode", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.AccessModeChange")]
public sealed class EnableDmsAccessMode : AccessModeCmdlet
{
    /// <summary>The user and password for SASL. Required when SASL is first turned on; later the service ignores it.</summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The SASL mechanisms; used only when SASL is first turned on.</summary>
    [Parameter]
    [AsListed(typeof(EnableDmsAccessMode))]
    [ValidateSet("PLAIN", "SCRAM-SHA-512")]
    public string[]? SaslMechanism { get; set; }

    private protected override bool Enable => true;

    private protected override string Purpose => $"Turn on the access mode {AccessMode}";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Credential is not null && PasswordRule.Violation(Credential.Password, Credential.UserName) is { } rule)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(Credential), Credential.UserName, rule));
    }

    private protected override Failure? Objection(Instance instance, string subject)
    {
        if (AccessModeRules.IsSasl(AccessMode) && Credential is null && string.IsNullOrEmpty(instance.AccessUserName))
            return Refuse(instance, Text.FirstSaslRule, subject);
        if (!AccessModeRules.IsPrivate(AccessMode) && instance.PublicIpEnabled == false)
            return Refuse(instance, Text.NoPublicAccessRule, subject);
        string? other = AccessModeRules.Opposite(AccessMode);
        return Array.Exists(instance.AccessModes ?? [], mode => mode.Enabled && string.Equals(mode.Name, other, StringComparison.OrdinalIgnoreCase))
            ? Refuse(instance, Text.OppositeAccessModeRule, other, subject)
            : null;
    }

    private protected override string? Doubt(Instance instance, string subject)
    {
        if (Credential is null && SaslMechanism is null)
            return null;
        if (!AccessModeRules.IsSasl(AccessMode))
            return Text.PlaintextHasNoUser;
        return string.IsNullOrEmpty(instance.AccessUserName) ? null : Format(Text.SaslUserStays, subject, instance.AccessUserName);
    }

    private protected override AccessModeRequest Request() => new()
    {
        AccessMode = AccessMode,
        Enable = Enable,
        UserName = Credential?.UserName,
        Password = Secret.FromOptional(Credential?.Password),
        SaslMechanisms = SaslMechanism,
    };
}

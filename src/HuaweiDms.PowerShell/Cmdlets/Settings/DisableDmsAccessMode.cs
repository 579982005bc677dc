using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Turns off an access mode of instances, which disconnects the clients that use it (5.2.9). One access mode inside the VPC must stay
/// on.
/// </summary>
[Cmdlet(VerbsLifecycle.Disable, "DmsAccessMode", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.AccessModeChange")]
public sealed class DisableDmsAccessMode : AccessModeCmdlet, IForceable
{
    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool LosesOfInstance => true;

    private protected override bool Enable => false;

    private protected override string Purpose => $"Turn off the access mode {AccessMode}";

    private protected override Failure? Objection(Instance instance, string subject)
    {
        AccessMode[] inside = [.. (instance.AccessModes ?? []).Where(mode => mode.Enabled && AccessModeRules.IsPrivate(mode.Name))];
        return inside.Length == 1 && string.Equals(inside[0].Name, AccessMode, StringComparison.OrdinalIgnoreCase)
            ? Refuse(instance, Text.LastAccessModeRule, subject)
            : null;
    }

    private protected override AccessModeRequest Request() => new() { AccessMode = AccessMode, Enable = Enable };
}

using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Turns off one access mode of instances, which cuts off the clients that use it (5.2.9). One mode has to stay on.</summary>
[Cmdlet(VerbsLifecycle.Disable, "DmsAccessMode", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.AccessModeChange")]
public sealed class DisableDmsAccessMode : AccessModeCmdlet
{
    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    private protected override string Action => $"Turn off the access mode {AccessMode}";

    private protected override Failure? Objection(Instance instance, string subject)
    {
        AccessMode[] on = [.. (instance.AccessModes ?? []).Where(mode => mode.Enabled)];
        return on.Length == 1 && string.Equals(on[0].Name, AccessMode, StringComparison.OrdinalIgnoreCase)
            ? Failures.InvalidArgument(
                nameof(AccessMode),
                AccessMode,
                Format(Text.LastAccessModeRule, subject),
                instance.InstanceId)
            : null;
    }

    private protected override AccessModeRequest Request() => new() { AccessMode = AccessMode, Enable = false };
}

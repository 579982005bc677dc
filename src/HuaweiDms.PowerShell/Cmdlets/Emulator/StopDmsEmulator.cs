using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Stops emulators; what they held is saved where they have a file, else gone.</summary>
[Cmdlet(VerbsLifecycle.Stop, "DmsEmulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class StopDmsEmulator : EmulatorCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (DmsEmulator emulator in Find())
        {
            string subject = $"{emulator}";
            if (Ask(subject, "Stop emulator") && EmulatorHost.Stop(emulator) is { } unsaved)
                WriteError(Failures.EmulatorNotSaved(subject, unsaved));
        }
    }
}

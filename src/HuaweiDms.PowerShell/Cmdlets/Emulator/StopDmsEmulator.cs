using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Stops emulators. Their state is saved if they have a file; otherwise it is lost.</summary>
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

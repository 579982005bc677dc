using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Sets emulators back to their beginning: state, log and faults.</summary>
[Cmdlet(VerbsCommon.Reset, "DmsEmulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class ResetDmsEmulator : EmulatorCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (DmsEmulator emulator in Find())
        {
            if (Ask(EmulatorHost.Describe(emulator), "Reset emulator"))
                emulator.Reset();
        }
    }
}
